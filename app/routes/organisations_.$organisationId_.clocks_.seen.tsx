import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { SeeClockAct, seeClockAct } from '#modules/safeguarding/see-clock-act.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) => toThePage({ context, request }, '/')

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  await asPage((async () => seeClockAct(viewer, SeeClockAct.parse({ ...fields(form), organisationId: params.organisationId })))())
  return redirect('/')
}

export { default } from '#app/ui/never-drawn.tsx'
