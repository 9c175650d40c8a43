import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findAdjustment } from '#modules/registers/adjustments.server.ts'
import { endAdjustment } from '#modules/registers/answer-adjustment.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Confirm } from '#app/people/confirm.tsx'

export const meta: MetaFunction = () => [{ title: 'End an adjustment · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { id, name } = await asPage(findAdjustment(viewer, { adjustmentId: params.adjustmentId ?? '' }))
  return { id, name }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => endAdjustment(viewer, { adjustmentId: params.adjustmentId ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(`/adjustments/${params.adjustmentId ?? ''}`)
}

export default function EndAdjustmentPage() {
  const { id, name } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return <Confirm back={{ to: `/adjustments/${id}`, label: 'The adjustment' }} title="Is it not needed any more?" button="End it" message={refusal?.message}><p>It stays in the register as ended. If {name} needs it again, it is asked for again.</p></Confirm>
}
