import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { decideCriterion } from '#modules/accreditation/decide-criterion.server.ts'
import { findCriterionToDecide } from '#modules/accreditation/find-criterion-to-decide.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { Pieces } from '#app/accreditation/pieces.tsx'
import { standings } from '#app/accreditation/standing.tsx'
import { ticks } from '#app/accreditation/ticks.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Decide · Belay' }]

const ids = ({ registrationId = '', criterionId = '' }: { registrationId?: string; criterionId?: string }) => ({ registrationId, criterionId })

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { ...(await asPage(findCriterionToDecide(viewer, ids(params)))), id: newId() }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', attempt, outcome: decided, feedback = '' } = fields(form)
  const has = (name: string) => form.get(name) === 'yes'
  const evidenceIds = form.getAll('evidenceIds').filter((one): one is string => typeof one === 'string')
  const outcome = await asForm(form, () => decideCriterion(viewer, {
    ...ids(params), id, attempt, evidenceIds, outcome: decided as 'met', feedback,
    isValid: has('isValid'), isAuthentic: has('isAuthentic'), isCurrent: has('isCurrent'), isSufficient: has('isSufficient'),
  }))
  if ('refused' in outcome) return outcome.refused
  const { next } = await asPage(findCriterionToDecide(viewer, ids(params)))
  return redirect(next ? `/assessment/${ids(params).registrationId}/criteria/${next}` : '/assessment')
}

export default function DecidePage() {
  const { id, registrationId, name, where, isWithdrawn, criterion, attempt, waiting, before } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const said: Record<string, string> = refusal?.said ?? {}
  return (
    <Shell wide back={{ to: `/assessment/${registrationId}`, label: name }}>
      <PageTitle kicker={`${name} · ${criterion.unit}${attempt > 1 ? ` · looked at for the ${attempt}. time` : ''}`}>{criterion.number} {criterion.says}</PageTitle>
      <div className="decide">
        <Sheet aria-labelledby="before-you"><h2 id="before-you">What {name} hands in for it</h2>
          <Pieces pieces={waiting} empty={<Empty title="Nothing waits here">{criterion.standing === 'met' ? 'It is met.' : `When ${name} hands in more, it waits here.`}</Empty>} />
          {criterion.decisions.map((one) => <p key={one.id} className="small"><b>{one.byName}</b>, <When at={one.decidedAt} />: {standings[one.outcome].says.toLowerCase()}. “{one.feedback}”</p>)}
          {before.length > 0 && <details><summary>Looked at before</summary><Pieces pieces={before} empty={null} /></details>}
        </Sheet>
        {(waiting.length > 0 || refusal) && (
          <Sheet aria-labelledby="decide"><h2 id="decide">What do you see?</h2>
            <DraftForm className="stack" key={criterion.id} about={`decision/${registrationId}/${criterion.id}`} id={said.id ?? id}>
              <Problem message={refusal?.message ?? (isWithdrawn ? `${name} is withdrawn. Nothing can be decided.` : undefined)} />
              <input type="hidden" name="attempt" value={attempt} />
              {waiting.map((piece) => <input key={piece.id} type="hidden" name="evidenceIds" value={piece.id} />)}
              <fieldset className="choices"><legend className="label">The evidence is</legend><div className="choices-list">
                {ticks.map((tick) => <Choice key={tick.name} type="checkbox" name={tick.name} value="yes" label={tick.label} hint={tick.hint} defaultChecked={said[tick.name] === 'yes'} />)}
              </div></fieldset>
              <ChoiceGroup legend="So this is" name="outcome" type="radio" required defaultValue={said.outcome} problem={refusal?.fields.outcome}
                options={[{ value: 'met', label: 'Met', hint: 'With all four ticks' }, { value: 'not_yet', label: 'Not yet', hint: 'They are on the way: say what would show it' }, { value: 'insufficient', label: 'A bit more needed', hint: 'What is here is right, and too little to tell' }]} />
              <Field label={`A few words to ${name}`} hint="What you saw, and what to do next." problem={refusal?.fields.feedback}><textarea name="feedback" rows={5} required maxLength={4000} defaultValue={said.feedback} /></Field>
              <Reads><b>{name}, and the assessors, quality assurers, youth workers and specialists of {where}</b> can read what you write.</Reads>
              <Button type="submit">Tell {name}</Button>
            </DraftForm>
          </Sheet>
        )}
      </div>
    </Shell>
  )
}
