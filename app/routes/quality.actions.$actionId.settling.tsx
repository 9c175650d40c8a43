import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { after, days } from '#modules/clock.ts'
import { newId } from '#modules/db/new-id.ts'
import { findAction } from '#modules/quality/find-action.server.ts'
import { settleAction } from '#modules/quality/settle-action.server.ts'
import { isAfterForm } from '#app/http/form-address.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { SettleForm } from '#app/quality/settle-form.tsx'
import { Thread } from '#app/quality/thread.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Settle an action · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { action: asked, actions, judgement, assessor, criterion, learner, can } = await asPage(findAction(viewer, { actionId: params.actionId ?? '' }))
  if (!can.settle && !isAfterForm(request)) throw data({ message: 'That is for somebody else to do, or it is done already.' }, { status: 403 })
  return { actionId: asked.id, actions, judgement, assessor, criterion, learner, nextId: newId(), dueOn: after(days(14)).toISOString().slice(0, 10) }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { does, id = '', asks = '', dueOn = '' } = fields(form)
  const outcome = await asForm(form, () => settleAction(viewer, { actionId: params.actionId ?? '', id: id || undefined, next: does === 'ask' ? { actionId: id, asks, dueOn } : undefined }))
  return 'refused' in outcome ? outcome.refused : redirect('/quality')
}

export default function SettlePage() {
  const { actionId, actions, judgement, assessor, criterion, learner, nextId, dueOn } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: `/quality/actions/${actionId}`, label: 'The evidence' }}>
      <PageTitle kicker={learner}>{criterion.number} {criterion.says}</PageTitle>
      <Thread judgement={judgement} actions={actions} />
      <SettleForm actionId={actionId} nextId={nextId} dueOn={dueOn} assessor={assessor} refusal={refusal} />
    </Shell>
  )
}
