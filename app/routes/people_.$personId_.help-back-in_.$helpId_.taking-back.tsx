import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { takeBackHelp } from '#modules/identity/take-back-help.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) => toThePage({ context, request }, `/people/${params.personId ?? ''}/help-back-in`)

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { personId } = await asPage(takeBackHelp(viewer, { helpId: params.helpId ?? '' }))
  return redirect(`/people/${personId}/help-back-in`)
}

export { default } from '#app/ui/never-drawn.tsx'
