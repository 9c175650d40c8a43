import { expect, test } from 'vitest'
import { actionsAsked } from '#tests/support/actions-asked.ts'
import { theCast } from '#tests/support/cast.ts'
import { newId } from '#modules/db/new-id.ts'
import { answerAction } from '#modules/quality/answer-action.server.ts'
import { todayOf } from './today-of.server.ts'

test('of many actions Today shows five, and says that there are more, to whoever is asked and to whoever settles them', async () => {
  const cast = await theCast()
  const { noor, owen } = cast.people
  const due = await actionsAsked(cast)
  const asked = await todayOf(noor!)
  expect([asked.toAnswer.length, asked.moreToAnswer]).toEqual([5, true])
  for (const { actionId } of due.slice(0, 2)) await answerAction(noor!, { id: newId(), actionId, words: 'They told me how.' })
  const left = await todayOf(noor!)
  expect([left.toAnswer.length, left.moreToAnswer]).toEqual([5, false])
  const some = await todayOf(owen!)
  expect([some.answered.length, some.moreAnswered]).toEqual([2, false])
  for (const { actionId } of due.slice(2)) await answerAction(noor!, { id: newId(), actionId, words: 'They told me how.' })
  const all = await todayOf(owen!)
  expect([all.answered.length, all.moreAnswered]).toEqual([5, true])
})
