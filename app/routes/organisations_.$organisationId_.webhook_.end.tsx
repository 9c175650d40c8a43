import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { endWebhook } from '#modules/reaching/end-webhook.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) => toThePage({ context, request }, `/organisations/${params.organisationId ?? ''}/webhook`)

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const { webhookId } = fields(await readForm(request))
  await asPage(endWebhook(viewer, { webhookId: webhookId ?? '' }))
  return redirect(`/organisations/${params.organisationId ?? ''}/webhook`)
}

export { default } from '#app/ui/never-drawn.tsx'
