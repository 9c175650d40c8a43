import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { answerInRoom } from '#modules/teaching/answer-in-room.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const loader = () => redirect('/learn/now')

/** An answer sent quietly by the page's own script, maybe long after it was written: told in place. Without script it goes to `answer`. */
export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { sessionId = '', answerId = '', questionId = '', chosen, words } = fields(form)
  const outcome = await asForm(form, () => answerInRoom(viewer, { sessionId, answerId, questionId, chosen, words }))
  return 'refused' in outcome ? Response.json({ message: outcome.refused.data.message }, { status: outcome.refused.init?.status ?? 400 }) : Response.json({ kept: true })
}
