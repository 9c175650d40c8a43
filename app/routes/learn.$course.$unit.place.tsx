import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { moveToCard } from '#modules/learning/move-to-card.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { inTheUnit } from '#app/learn/in-the-unit.server.ts'
import { unitPath } from '#app/learn/unit-path.ts'

export const loader = ({ params }: LoaderFunctionArgs) => redirect(unitPath(params))

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { cardId = '' } = fields(form)
  return inTheUnit({ form, params, card: cardId }, async () => {
    await moveToCard(viewer, { course: params.course!, unit: params.unit!, cardId })
    return redirect(unitPath(params, { card: cardId }))
  })
}
