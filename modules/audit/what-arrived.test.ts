import { beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { record } from './record.server.ts'
import { whatArrived } from './what-arrived.server.ts'

let cast: Cast
beforeAll(async () => { cast = await theCast() })

test('what somebody did is named by its subject or its facts, to them alone, as long as a device keeps drafts', async () => {
  const { noor, owen } = cast.people
  const [written, decided, neither] = [newId(), newId(), newId()]
  await change(noor!, async (tx) => {
    await record(tx, noor!, 'quality.standardised', { organisationId: cast.riverside, subjectId: written })
    await record(tx, noor!, 'accreditation.criterion-decided', { organisationId: cast.riverside, decisionId: decided, attempt: 1 })
  })
  const ids = [written, decided, neither]
  expect((await whatArrived(noor!, { ids })).sort()).toEqual([written, decided].sort())
  expect(await whatArrived(owen!, { ids })).toEqual([])
  expect(await whatArrived(noor!, { ids: [] })).toEqual([])
  await expect(whatArrived(noor!, { ids: ['not-an-id'] })).rejects.toThrow()
  await moveClock('14 days')
  expect(await whatArrived(noor!, { ids })).toHaveLength(2)
  await moveClock('2 days')
  expect(await whatArrived(noor!, { ids })).toEqual([])
  await moveClock('0')
})
