import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { removeAuthenticator } from '#modules/identity/remove-authenticator.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) => toThePage({ context, request }, '/account/authenticator')

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  await asPage(removeAuthenticator(viewer))
  return redirect('/account')
}

export { default } from '#app/ui/never-drawn.tsx'
