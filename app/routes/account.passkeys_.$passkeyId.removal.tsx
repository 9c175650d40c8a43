import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { removePasskey } from '#modules/identity/remove-passkey.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) => toThePage({ context, request }, '/account/passkeys')

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  await asPage(removePasskey(viewer, { passkeyId: params.passkeyId ?? '' }))
  return redirect('/account/passkeys')
}

export { default } from '#app/ui/never-drawn.tsx'
