import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { unlinkSchool } from '#modules/identity/unlink-school.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'

export const loader = () => redirect('/account/school-sign-in')

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  await asPage(unlinkSchool(viewer, { identityId: params.identityId ?? '' }))
  return redirect('/account/school-sign-in')
}

export { default } from '#app/ui/never-drawn.tsx'
