import { beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { endDuty } from './end-duty.server.ts'
import { goOnDuty } from './go-on-duty.server.ts'
import { myDuties } from './my-duties.server.ts'
import { whoGetsIt } from './who-gets-it.server.ts'

let cast: Cast
beforeAll(async () => { cast = await theCast() })

const marcusIsHere = async () => (await whoGetsIt(cast.people.amara!))[0]!.people.find((person) => person.name === 'Marcus')?.hereUntil instanceof Date

test('a youth worker goes on duty, is seen to be here, and is not when they leave or their time is over', async () => {
  const { marcus } = cast.people
  expect(await marcusIsHere()).toBe(false)
  await goOnDuty(marcus!, { organisationId: cast.riverside, hours: 4 })
  expect(await marcusIsHere()).toBe(true)
  expect((await myDuties(marcus!))[0]).toMatchObject({ organisationName: 'Riverside Academy', hereUntil: expect.any(Date) as Date })
  await endDuty(marcus!, { organisationId: cast.riverside, personId: marcus!.id })
  await endDuty(marcus!, { organisationId: cast.riverside, personId: marcus!.id })
  expect(await marcusIsHere()).toBe(false)
  await goOnDuty(marcus!, { organisationId: cast.riverside, hours: 1 })
  await moveClock('61 minutes')
  expect(await marcusIsHere()).toBe(false)
})

test('who is not of the ladder, or of another setting, puts nobody on duty', async () => {
  const { amara, leon, helen, marcus, fatima } = cast.people
  await expect(goOnDuty(amara!, { organisationId: cast.riverside, hours: 1 })).rejects.toThrow(Forbidden)
  await expect(goOnDuty(helen!, { organisationId: cast.riverside, hours: 1 })).rejects.toThrow(Forbidden)
  await expect(goOnDuty(leon!, { organisationId: cast.riverside, hours: 1 })).rejects.toThrow(NotFound)
  await expect(endDuty(leon!, { organisationId: cast.harbour, personId: marcus!.id })).rejects.toThrow(Forbidden)
  await expect(goOnDuty(fatima!, { organisationId: cast.riverside, hours: 13 })).rejects.toThrow()
  expect(await myDuties(amara!)).toEqual([])
})
