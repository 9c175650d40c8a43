import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { unlinkSchool } from '#modules/identity/unlink-school.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) => toThePage({ context, request }, '/account/school-sign-in')

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  await asPage(unlinkSchool(viewer, { identityId: params.identityId ?? '' }))
  return redirect('/account/school-sign-in')
}

export { default } from '#app/ui/never-drawn.tsx'
