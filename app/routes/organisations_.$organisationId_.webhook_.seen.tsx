import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { SeeWebhookAct, seeWebhookAct } from '#modules/reaching/see-webhook-act.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) => toThePage({ context, request }, '/')

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const form = await readForm(request)
  await asPage((async () => seeWebhookAct(viewer, SeeWebhookAct.parse({ ...fields(form), organisationId: params.organisationId })))())
  return redirect('/')
}

export { default } from '#app/ui/never-drawn.tsx'
