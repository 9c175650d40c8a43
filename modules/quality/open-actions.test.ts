import { expect, test } from 'vitest'
import { actionsAsked } from '#tests/support/actions-asked.ts'
import { theCast } from '#tests/support/cast.ts'
import { newId } from '../db/new-id.ts'
import { answerAction } from './answer-action.server.ts'
import { openActions } from './open-actions.server.ts'

test('what is asked is read a page at a time, the nearest day first, each once; and so is what was answered', async () => {
  const cast = await theCast()
  const of = (name: string) => cast.people[name]!
  const due = await actionsAsked(cast)

  const pages = async (name: string, as: 'assessor' | 'quality_assurer') => {
    const seen: string[][] = []
    for (let next: string | null | undefined; next !== null;) {
      const page: Awaited<ReturnType<typeof openActions>> = await openActions(of(name), { as, take: 3, ...(next ? { after: next } : {}) })
      seen.push(page.actions.map(({ id }) => id))
      next = page.next
    }
    return seen
  }
  const inOrder = due.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn) || one.actionId.localeCompare(other.actionId)).map(({ actionId }) => actionId)
  const asked = await pages('noor', 'assessor')
  expect([asked.map(({ length }) => length), asked.flat()]).toEqual([[3, 3, 1], inOrder])
  for (const { actionId } of due) await answerAction(of('noor'), { id: newId(), actionId, words: 'They told me how.' })
  expect([(await pages('noor', 'assessor')).flat(), (await pages('owen', 'quality_assurer')).flat()]).toEqual([[], inOrder])
  // Nobody reads what is asked elsewhere, nor as what they are not.
  for (const [name, as] of [['owen', 'assessor'], ['noor', 'quality_assurer'], ['amara', 'assessor'], ['zia', 'assessor']] as const) expect((await openActions(of(name), { as })).actions, name).toEqual([])
})
