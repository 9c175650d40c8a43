import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { takeBackClosedDays } from '#modules/calendar/take-back-closed-days.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) => toThePage({ context, request }, `/organisations/${params.organisationId!}/calendar`)

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  await readForm(request)
  await asPage(takeBackClosedDays(viewer, { closedDaysId: params.closedDaysId ?? '' }))
  return redirect(`/organisations/${params.organisationId!}/calendar`)
}

export { default } from '#app/ui/never-drawn.tsx'
