import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { acceptInvitation } from '#modules/identity/accept-invitation.server.ts'
import { clearInvitation, invitationOf } from '#app/http/invitation.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const loader = () => redirect('/invitation')

/** Somebody who is signed in adds the role to the sign-in they have. */
export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  await asPage(acceptInvitation(viewer, { token: (await invitationOf(request)) ?? '' }))
  return redirect('/', { headers: { 'Set-Cookie': await clearInvitation() } })
}

export { default } from '#app/ui/never-drawn.tsx'
