import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { endDuty } from '#modules/safeguarding/end-duty.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) => toThePage({ context, request }, '/concerns')

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { organisationId } = fields(await readForm(request))
  await asPage(endDuty(viewer, { organisationId: organisationId ?? '', personId: viewer.id }))
  return redirect('/concerns')
}

export { default } from '#app/ui/never-drawn.tsx'
