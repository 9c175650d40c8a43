import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { after, days } from '#modules/clock.ts'
import { newId } from '#modules/db/new-id.ts'
import { findSampled } from '#modules/quality/find-sampled.server.ts'
import { judgeSampled } from '#modules/quality/judge-sampled.server.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { AsksFields } from '#app/quality/asks-fields.tsx'
import { DecisionsLookedAt, EvidenceLookedAt } from '#app/quality/decision-looked-at.tsx'
import { Thread } from '#app/quality/thread.tsx'
import { Why } from '#app/quality/why.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Look at a decision · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { ...(await asPage(findSampled(viewer, { sampledId: params.sampledId ?? '' }))), sampledId: params.sampledId ?? '', id: newId(), actionId: newId(), dueOn: after(days(14)).toISOString().slice(0, 10) }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', agrees, words = '', actionId = '', asks = '', dueOn = '' } = fields(form)
  const given = { id, sampledId: params.sampledId ?? '', words }
  const outcome = await asForm(form, () => judgeSampled(viewer, agrees === 'no' ? { ...given, agrees: false, actionId, asks, dueOn } : { ...given, agrees: (agrees === 'yes' ? true : undefined) as true }))
  return 'refused' in outcome ? outcome.refused : redirect('/quality')
}

export default function SampledPage() {
  const { id, sampledId, actionId, dueOn, planId, learner, where, assessor, criterion, evidence, decisions, judgement, actions, why, near, can } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const said: Record<string, string> = refusal?.said ?? {}
  return (
    <Shell wide back={can.answer && !can.judge ? { to: '/assessment', label: 'Assessment' } : { to: '/quality', label: 'Quality' }}>
      <PageTitle kicker={`${learner} · ${where} · decided by ${assessor}`}>{criterion.number} {criterion.says}</PageTitle>
      <div className="small soft">Why it was drawn: <Why why={why} /></div>
      <div className="decide">
        <EvidenceLookedAt evidence={evidence} />
        <div className="stack">
          <DecisionsLookedAt decisions={decisions} />
          <Thread judgement={judgement} actions={actions} />
          {(can.answer || can.settle) && <ButtonLink to={`/quality/actions/${actions.at(-1)!.id}`}>{can.answer ? 'Answer it' : 'Settle it'}</ButtonLink>}
          {near && !judgement && <Note tone="sun">{near}</Note>}
          {(can.judge || refusal) && (
            <Sheet aria-labelledby="judge"><h2 id="judge">What do you see?</h2>
              <DraftForm className="stack" about={`judgement/${sampledId}`} id={said.id ?? id}>
                <Problem message={refusal?.message} />
                <input type="hidden" name="actionId" value={said.actionId ?? actionId} />
                <ChoiceGroup legend="Would you have decided the same?" name="agrees" type="radio" required defaultValue={said.agrees} problem={refusal?.fields.agrees}
                  options={[{ value: 'yes', label: 'I agree', hint: 'The evidence shows it, and the learner knows why.' }, { value: 'no', label: 'I do not agree', hint: `${assessor} is asked to do something about it.` }]} />
                <Field label="What you see" hint="If you agree you may leave it empty." problem={refusal?.fields.words}><textarea name="words" rows={4} maxLength={4000} defaultValue={said.words} /></Field>
                <fieldset className="only-then"><legend className="label">If you do not agree</legend>
                  <AsksFields said={said} fields={refusal?.fields ?? {}} dueOn={dueOn} assessor={assessor} />
                </fieldset>
                <Reads><b>{assessor}, and the other assessors and quality assurers of {where}</b> can read what you write. {learner} cannot.</Reads>
                <Button type="submit">Keep what you see</Button>
              </DraftForm>
            </Sheet>
          )}
        </div>
      </div>
      {can.seePlan && <p className="small"><Link to={`/quality/plans/${planId}`}>The sample it is in</Link></p>}
    </Shell>
  )
}
