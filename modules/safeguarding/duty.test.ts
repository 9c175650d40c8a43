import { Temporal } from 'temporal-polyfill'
import { beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { closeDays } from '../calendar/close-days.server.ts'
import { after, now, today } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { asSystem } from '../db/as-system.server.ts'
import { newId } from '../db/new-id.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { callOffDuty } from './call-off-duty.server.ts'
import { endDuty } from './end-duty.server.ts'
import { findRota } from './find-rota.server.ts'
import { goOnDuty } from './go-on-duty.server.ts'
import { myDuties } from './my-duties.server.ts'
import { planWeek } from './plan-week.server.ts'
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

test('duty is planned for days of a week and weeks ahead; sent twice it is one plan; closed days of later weeks are left out; a time is called off', async () => {
  const { grace, marcus, amara, leon, fatima } = cast.people
  const monday = Temporal.PlainDate.from(today()).add({ weeks: 2 }).subtract({ days: Temporal.PlainDate.from(today()).dayOfWeek - 1 })
  await closeDays(grace!, { id: newId(), organisationId: cast.riverside, name: 'Training day', startsOn: monday.add({ weeks: 1 }).toString(), endsOn: monday.add({ weeks: 1 }).toString() })
  const plan = { id: newId(), organisationId: cast.riverside, personId: marcus!.id, days: [monday.toString(), monday.add({ days: 1 }).toString()], from: '08:30', to: '12:00', weeks: 2 }
  await planWeek(grace!, plan)
  await planWeek(grace!, plan)
  const of = async (week: Temporal.PlainDate) => (await findRota(fatima!, { organisationId: cast.riverside, week: week.toString() })).days.map(({ duties }) => duties.filter(({ name }) => name === 'Marcus').length)
  expect([await of(monday), await of(monday.add({ weeks: 1 }))]).toEqual([[1, 1, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0, 0]])
  const [first] = (await findRota(marcus!, { organisationId: cast.riverside, week: monday.toString() })).days[0]!.duties
  await expect(callOffDuty(leon!, { dutyId: first!.id })).rejects.toThrow(NotFound)
  await callOffDuty(marcus!, { dutyId: first!.id })
  await callOffDuty(marcus!, { dutyId: first!.id })
  expect(await of(monday)).toEqual([0, 1, 0, 0, 0, 0, 0])
  await expect(planWeek(grace!, { ...plan, id: newId(), personId: amara!.id })).rejects.toThrow('On duty are')
  await expect(planWeek(marcus!, { ...plan, id: newId(), personId: fatima!.id })).rejects.toThrow(Forbidden)
  await expect(findRota(amara!, { organisationId: cast.riverside, week: null })).rejects.toThrow(Forbidden)
  await expect(change(grace!, (tx) => tx.duty.createMany({ data: [{ organisationId: cast.riverside, personId: amara!.id, startsAt: now(), endsAt: after(1000) }] }))).rejects.toThrow('row-level security')
})

test('two plan the same for somebody at once: they are on duty once; two call it off at once: it is off, and on record once', async () => {
  const { grace, fatima, marcus } = cast.people
  const monday = Temporal.PlainDate.from(today()).add({ weeks: 6 }).subtract({ days: Temporal.PlainDate.from(today()).dayOfWeek - 1 })
  const plan = () => ({ id: newId(), organisationId: cast.riverside, personId: marcus!.id, days: [monday.toString()], from: '09:00', to: '12:00', weeks: 1 })
  await Promise.all([planWeek(grace!, plan()), planWeek(fatima!, plan())])
  const duties = async () => (await findRota(fatima!, { organisationId: cast.riverside, week: monday.toString() })).days[0]!.duties
  expect(await duties()).toHaveLength(1)
  const [duty] = await duties()
  const ended = () => asSystem('look in a test', (tx) => tx.act.count({ where: { kind: 'duty.ended', subjectId: marcus!.id } }))
  const before = await ended()
  await Promise.all([callOffDuty(grace!, { dutyId: duty!.id }), callOffDuty(marcus!, { dutyId: duty!.id })])
  expect([await duties(), await ended()]).toEqual([[], before + 1])
})
