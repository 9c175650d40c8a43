import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { renamePasskey } from '#modules/identity/rename-passkey.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) => toThePage({ context, request }, '/account/passkeys')

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { name } = fields(await readForm(request))
  await asPage(renamePasskey(viewer, { passkeyId: params.passkeyId ?? '', name: name ?? '' }))
  return redirect('/account/passkeys')
}

export { default } from '#app/ui/never-drawn.tsx'
