import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { switchOnProvider } from '#modules/identity/switch-on-provider.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) => toThePage({ context, request }, `/organisations/${params.organisationId ?? ''}/sign-in/${params.providerId ?? ''}`)

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const { organisationId } = await asPage(switchOnProvider(viewer, { providerId: params.providerId ?? '' }))
  return redirect(`/organisations/${organisationId}/sign-in/${params.providerId ?? ''}`)
}

export { default } from '#app/ui/never-drawn.tsx'
