import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findMatrix } from '#modules/accreditation/find-matrix.server.ts'
import { withdrawLearner } from '#modules/accreditation/withdraw-learner.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Confirm } from '#app/people/confirm.tsx'

export const meta: MetaFunction = () => [{ title: 'Withdraw a learner · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { id, name, can } = await asPage(findMatrix(viewer, { registrationId: params.registrationId ?? '' }))
  if (!can.withdraw) throw data({ message: 'That is for somebody else to do, or it is done already.' }, { status: 403 })
  return { id, name }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => withdrawLearner(viewer, { registrationId: params.registrationId ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(`/assessment/${params.registrationId ?? ''}`)
}

export default function WithdrawPage() {
  const { id, name } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return <Confirm back={{ to: `/assessment/${id}`, label: name }} title={`Withdraw ${name}?`} button="Withdraw" message={refusal?.message}><p>What was decided stays. Nothing more can be handed in or decided. {name} goes on learning as before.</p></Confirm>
}
