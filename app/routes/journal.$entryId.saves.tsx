import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { asForm } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { SaveText } from '#modules/journals/save-text-fields.ts'
import { saveText } from '#modules/journals/save-text.server.ts'

export const loader = ({ params }: { params: { entryId?: string } }) => redirect(`/journal/${params.entryId!}`)

/**
 * A save by the script: every two seconds, and as the page is left. Answers in JSON, which only the script reads. When the session has ended
 * and the device keeps the words, nothing is kept at the door besides: the page brings them back by itself after signing in.
 */
export async function action({ context, request, params }: ActionFunctionArgs) {
  if (request.headers.get('x-kept') === 'device' && (await context.standing())?.state !== 'signed-in') return Response.json({ message: 'You have been signed out.' }, { status: 401 })
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => saveText(viewer, SaveText.parse({ ...fields(form), entryId: params.entryId! })))
  if ('done' in outcome) return request.headers.get('accept') === 'application/json' ? Response.json(outcome.done) : redirect(`/journal/${params.entryId!}`)
  const { data: refusal, init } = outcome.refused
  return Response.json({ message: refusal.fields.body ?? refusal.message }, init ?? undefined)
}
