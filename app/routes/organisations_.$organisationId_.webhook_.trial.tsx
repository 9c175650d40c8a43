import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { tryWebhook } from '#modules/reaching/try-webhook.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) => toThePage({ context, request }, `/organisations/${params.organisationId ?? ''}/webhook`)

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const { id } = fields(await readForm(request))
  await asPage(tryWebhook(viewer, { id: id ?? '', organisationId: params.organisationId ?? '' }))
  return redirect(`/organisations/${params.organisationId ?? ''}/webhook?tried`)
}

export { default } from '#app/ui/never-drawn.tsx'
