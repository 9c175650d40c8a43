import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { comeIn } from '#modules/teaching/come-in.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const loader = () => redirect('/learn/now')

/** The open phone's beat: answers whether it still counts as here. */
export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => comeIn(viewer, { sessionId: fields(form).sessionId ?? '' }))
  return Response.json({ isHeld: 'done' in outcome })
}
