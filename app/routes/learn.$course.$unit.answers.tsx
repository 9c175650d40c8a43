import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { answerCard } from '#modules/learning/answer-card.server.ts'
import { moveToCard } from '#modules/learning/move-to-card.server.ts'
import { fields } from '#app/http/read-form.server.ts'
import { inTheUnit } from '#app/learn/in-the-unit.server.ts'
import { unitPath } from '#app/learn/unit-path.ts'

export const loader = ({ params }: LoaderFunctionArgs) => redirect(unitPath(params))

export const action = (given: ActionFunctionArgs) => inTheUnit(given, async (viewer, form) => {
  const { params } = given
  const { id = '', cardId = '', words = '', next = '' } = fields(form)
  const chosen = form.getAll('chosen').filter((one) => typeof one === 'string')
  const at = { course: params.course!, unit: params.unit! }
  // Without script, one button both keeps the words and goes on; nothing written is nothing to keep.
  if (words.trim() || chosen.length > 0 || !next) await answerCard(viewer, { ...at, cardId, id, chosen, words })
  if (next) await moveToCard(viewer, { ...at, cardId: next })
  return `${unitPath(params, next ? { card: next } : { card: cardId, ...(chosen.length > 1 ? { step: String(chosen.length - 1) } : {}) })}${next ? '' : '#why'}`
})
