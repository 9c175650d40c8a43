import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { closeJoinCode } from '#modules/identity/close-join-code.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) => toThePage({ context, request }, `/cohorts/${params.cohortId ?? ''}/join-code`)

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  await asPage(closeJoinCode(viewer, { joinCodeId: params.joinCodeId ?? '' }))
  return redirect(`/cohorts/${params.cohortId ?? ''}/join-code`)
}

export { default } from '#app/ui/never-drawn.tsx'
