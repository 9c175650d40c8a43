import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { removeAuthenticator } from '#modules/identity/remove-authenticator.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'

export const loader = () => redirect('/account/authenticator')

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  await asPage(removeAuthenticator(viewer))
  return redirect('/account')
}

export { default } from '#app/ui/never-drawn.tsx'
