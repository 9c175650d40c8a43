import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { talkOverSession } from '#modules/completion/talk-over-session.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) => toThePage({ context, request }, `/cohorts/${params.cohortId ?? ''}/people/${params.personId ?? ''}`)

/** A missed session was talked over. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { cohortId = '', personId = '' } = params
  const { id = '', session = '' } = fields(await readForm(request))
  await asPage(talkOverSession(viewer, { id, cohortId, personId, session }))
  return redirect(`/cohorts/${cohortId}/people/${personId}`)
}

export { default } from '#app/ui/never-drawn.tsx'
