import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { endAbsence } from '#modules/safeguarding/end-absence.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) => toThePage({ context, request }, `/organisations/${params.organisationId!}/rota`)

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { week = '' } = fields(await readForm(request))
  await asPage(endAbsence(viewer, { absenceId: params.absenceId ?? '' }))
  return redirect(`/organisations/${params.organisationId!}/rota${week && `?week=${encodeURIComponent(week)}`}`)
}

export { default } from '#app/ui/never-drawn.tsx'
