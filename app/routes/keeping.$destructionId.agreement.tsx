import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { agreeToDestroy } from '#modules/keeping/agree-to-destroy.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) => toThePage({ context, request }, `/keeping/${params.destructionId!}`)

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  await readForm(request)
  await asPage(agreeToDestroy(viewer, { destructionId: params.destructionId! }))
  return redirect(`/keeping/${params.destructionId!}`)
}

export { default } from '#app/ui/never-drawn.tsx'
