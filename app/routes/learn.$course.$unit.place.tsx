import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { moveToCard } from '#modules/learning/move-to-card.server.ts'
import { fields } from '#app/http/read-form.server.ts'
import { inTheUnit } from '#app/learn/in-the-unit.server.ts'
import { unitPath } from '#app/learn/unit-path.ts'

export const loader = ({ params }: LoaderFunctionArgs) => redirect(unitPath(params))

export const action = (given: ActionFunctionArgs) => inTheUnit(given, async (viewer, form) => {
  const { params } = given
  const { cardId = '' } = fields(form)
  await moveToCard(viewer, { course: params.course!, unit: params.unit!, cardId })
  return unitPath(params, { card: cardId })
})
