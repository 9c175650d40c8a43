import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { after, days } from '#modules/clock.ts'
import { newId } from '#modules/db/new-id.ts'
import { answerAction } from '#modules/quality/answer-action.server.ts'
import { findAction } from '#modules/quality/find-action.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { AnswerForm } from '#app/quality/answer-form.tsx'
import { DecisionsLookedAt, EvidenceLookedAt } from '#app/quality/decision-looked-at.tsx'
import { SettleForm } from '#app/quality/settle-form.tsx'
import { Thread } from '#app/quality/thread.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'An action · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { ...(await asPage(findAction(viewer, { actionId: params.actionId ?? '' }))), ids: { id: newId(), decisionId: newId(), nextId: newId() }, dueOn: after(days(14)).toISOString().slice(0, 10) }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', words = '', does, decisionId = '', outcome: decided, feedback = '' } = fields(form)
  const has = (name: string) => form.get(name) === 'yes'
  const decision = does === 'again' ? { id: decisionId, outcome: decided as 'met', feedback, isValid: has('isValid'), isAuthentic: has('isAuthentic'), isCurrent: has('isCurrent'), isSufficient: has('isSufficient') } : undefined
  const outcome = await asForm(form, () => answerAction(viewer, { id, actionId: params.actionId ?? '', words, decision }))
  return 'refused' in outcome ? outcome.refused : redirect('/assessment')
}

export default function ActionPage() {
  const { action: asked, ids, dueOn, learner, where, assessor, criterion, evidence, decisions, judgement, actions, can } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell wide back={can.settle ? { to: '/quality', label: 'Quality' } : { to: '/assessment', label: 'Assessment' }}>
      <PageTitle kicker={`${learner} · ${where}`}>{criterion.number} {criterion.says}</PageTitle>
      <div className="decide">
        <div className="stack"><EvidenceLookedAt evidence={evidence} /><DecisionsLookedAt decisions={decisions} /></div>
        <div className="stack">
          <Thread judgement={judgement} actions={actions} />
          {(can.answer || refusal) && <AnswerForm actionId={asked.id} ids={ids} learner={learner} where={where} refusal={refusal} />}
          {can.settle && <SettleForm actionId={asked.id} nextId={ids.nextId} dueOn={dueOn} assessor={assessor} />}
        </div>
      </div>
    </Shell>
  )
}
