import { ticks } from '#app/accreditation/ticks.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import './quality.css'

type Refusal = { message: string; fields: Record<string, string>; said: Record<string, string> }
type Props = { actionId: string; ids: { id: string; decisionId: string }; learner: string; where: string; refusal?: Refusal }

/** An assessor answers: decides again with ticks and words to the learner, or keeps it and says why. */
export function AnswerForm({ actionId, ids, learner, where, refusal }: Props) {
  const said = refusal?.said ?? {}
  const problem = (name: string) => refusal?.fields[name]
  return (
    <Sheet aria-labelledby="answer"><h2 id="answer">Your answer</h2>
      <DraftForm className="stack" about={`action-answer/${actionId}`} id={said.id ?? ids.id}>
        <Problem message={refusal?.message} />
        <input type="hidden" name="decisionId" value={said.decisionId ?? ids.decisionId} />
        <Field label="To the quality assurer" hint="What you did, or why you keep it as it is." problem={problem('words')}><textarea name="words" rows={3} required maxLength={4000} defaultValue={said.words} /></Field>
        <Reads><b>The assessors and quality assurers of {where}</b> can read this. {learner} cannot.</Reads>
        <ChoiceGroup legend="And the decision" name="does" type="radio" required defaultValue={said.does} options={[{ value: 'keep', label: 'I keep it as it is' }, { value: 'again', label: 'I decide again', hint: 'It takes the place of the first, and the learner reads it.' }]} />
        <fieldset className="only-then"><legend className="label">If you decide again</legend>
          <fieldset className="choices"><legend className="label">The evidence is</legend><div className="choices-list">
            {ticks.map((tick) => <Choice key={tick.name} type="checkbox" name={tick.name} value="yes" label={tick.label} hint={tick.hint} defaultChecked={said[tick.name] === 'yes'} />)}
          </div></fieldset>
          <ChoiceGroup legend="So this is" name="outcome" type="radio" defaultValue={said.outcome} problem={problem('decision.outcome')}
            options={[{ value: 'met', label: 'Met', hint: 'With all four ticks' }, { value: 'not_yet', label: 'Not yet', hint: 'They are on the way: say what would show it' }, { value: 'insufficient', label: 'A bit more needed', hint: 'What is here is right, and too little to tell' }]} />
          <Field label={`A few words to ${learner}`} hint="What you saw, and what to do next." problem={problem('decision.feedback')}><textarea name="feedback" rows={4} maxLength={4000} defaultValue={said.feedback} /></Field>
          <Reads><b>{learner}, and the assessors, quality assurers, youth workers and specialists of {where}</b> can read these words.</Reads>
        </fieldset>
        <Button type="submit">Send your answer</Button>
      </DraftForm>
    </Sheet>
  )
}
