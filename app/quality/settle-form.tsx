import { DraftForm } from '#app/drafts/draft-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { AsksFields } from './asks-fields.tsx'
import './quality.css'

type Refusal = { message: string; fields: Record<string, string>; said: Record<string, string> }

/** An answer is enough, or something more is asked. */
export function SettleForm({ actionId, nextId, dueOn, assessor, refusal }: { actionId: string; nextId: string; dueOn: string; assessor: string; refusal?: Refusal }) {
  const said = refusal?.said ?? {}
  return (
    <Sheet aria-labelledby="settle"><h2 id="settle">Is that enough?</h2>
      <DraftForm action={`/quality/actions/${actionId}/settling`} className="stack" about={`action-settling/${actionId}`} id={said.id ?? nextId}>
        <Problem message={refusal?.message} />
        <ChoiceGroup legend="What now" name="does" type="radio" required defaultValue={said.does} options={[{ value: 'settle', label: 'Yes, it is settled' }, { value: 'ask', label: 'No, I ask for one thing more' }]} />
        <fieldset className="only-then"><legend className="label">If you ask for more</legend><AsksFields said={said} fields={refusal?.fields ?? {}} prefix="next." dueOn={dueOn} assessor={assessor} /></fieldset>
        <Button type="submit">Keep it</Button>
      </DraftForm>
    </Sheet>
  )
}
