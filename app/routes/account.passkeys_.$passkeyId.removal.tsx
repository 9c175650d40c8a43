import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { removePasskey } from '#modules/identity/remove-passkey.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'

export const loader = () => redirect('/account/passkeys')

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  await asPage(removePasskey(viewer, { passkeyId: params.passkeyId ?? '' }))
  return redirect('/account/passkeys')
}

export { default } from '#app/ui/never-drawn.tsx'
