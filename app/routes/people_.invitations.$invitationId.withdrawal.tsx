import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { withdrawInvitation } from '#modules/organisations/withdraw-invitation.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) => toThePage({ context, request }, '/people')

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  await asPage(withdrawInvitation(viewer, { invitationId: params.invitationId ?? '' }))
  return redirect('/people')
}

export { default } from '#app/ui/never-drawn.tsx'
