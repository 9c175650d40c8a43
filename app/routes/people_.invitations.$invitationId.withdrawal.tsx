import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { withdrawInvitation } from '#modules/organisations/withdraw-invitation.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const loader = () => redirect('/people')

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  await asPage(withdrawInvitation(viewer, { invitationId: params.invitationId ?? '' }))
  return redirect('/people')
}

export { default } from '#app/ui/never-drawn.tsx'
