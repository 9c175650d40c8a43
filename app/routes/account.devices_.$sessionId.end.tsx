import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { endDevice } from '#modules/identity/end-device.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) => toThePage({ context, request }, '/account/devices')

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  await asPage(endDevice(viewer, { sessionId: params.sessionId ?? '' }))
  return redirect('/account/devices')
}

export { default } from '#app/ui/never-drawn.tsx'
