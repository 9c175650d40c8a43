import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { countersignDecision } from '#modules/quality/countersign-decision.server.ts'
import { toCountersign } from '#modules/quality/staff.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Confirm } from '#app/people/confirm.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Countersign · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const one = (await asPage(toCountersign(viewer))).find(({ id }) => id === params.decisionId)
  if (!one) throw data({ message: 'There is nothing here to countersign, or a colleague has done it.' }, { status: 404 })
  return one
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => countersignDecision(viewer, { decisionId: params.decisionId ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect('/assessment')
}

export default function CountersignPage() {
  const { registrationId, learner, assessor, number, says, decidedAt } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Confirm back={{ to: '/assessment', label: 'Assessment' }} kicker={learner} title={`${number} ${says}`} button="Countersign" message={refusal?.message}>
      <p>{assessor} decided this <When at={decidedAt} within />, when no qualification of theirs that stands was good: it had run out, or was struck through since. Look at <Link to={`/assessment/${registrationId}`}>the evidence and what {assessor} wrote</Link>. If you would have decided the same, countersign: you stand by it too. If not, speak to {assessor}, who can ask a quality assurer to look at it.</p>
    </Confirm>
  )
}
