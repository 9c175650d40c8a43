import { beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { asSystem } from '../db/as-system.server.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { calendarsOf } from './calendars-of.server.ts'
import { closeDays } from './close-days.server.ts'
import { findCalendar } from './find-calendar.server.ts'
import { setStaffedHours } from './set-staffed-hours.server.ts'
import { takeBackClosedDays } from './take-back-closed-days.server.ts'

let cast: Cast
const of = (name: string) => cast.people[name]!
const hours = (more: object = {}) => ({ id: newId(), organisationId: cast.riverside, week: [{ day: 1, from: '08:30', to: '16:00' }], isOpenInHolidays: false, emergencyDuty: '020 7946 0199', ...more })
const ahead = { startsOn: '2030-03-01', endsOn: '2030-03-02' }

beforeAll(async () => { cast = await theCast() })

test('a lead enters the hours, a coordinator mends them: the newest counts, both stay, and the record says who', async () => {
  const first = hours()
  await setStaffedHours(of('fatima'), first)
  await setStaffedHours(of('fatima'), first)
  await setStaffedHours(of('grace'), hours({ week: [{ day: 2, from: '09:00', to: '15:00' }] }))
  expect(await findCalendar(of('marcus'), cast.riverside)).toMatchObject({ week: [{ day: 2, from: '09:00', to: '15:00' }], emergencyDuty: '020 7946 0199', mayKeep: false })
  expect(await read(of('fatima'), (tx) => tx.staffedHours.count({ where: { organisationId: cast.riverside } }))).toBe(2)
  expect(await asSystem('look in a test', (tx) => tx.act.count({ where: { kind: 'organisation.hours-set', organisationId: cast.riverside } }))).toBe(2)
})

test('hours that end before they begin, or on no day, are not taken', async () => {
  await expect(setStaffedHours(of('fatima'), hours({ week: [{ day: 1, from: '16:00', to: '08:00' }] }))).rejects.toThrow('ends before it begins')
  await expect(setStaffedHours(of('fatima'), hours({ week: [] }))).rejects.toThrow('on which days')
  await expect(setStaffedHours(of('fatima'), hours({ emergencyDuty: 'ring me' }))).rejects.toThrow('as you would dial it')
})

test('whoever is not a lead, deputy or coordinator of that setting enters nothing, not by SQL either', async () => {
  for (const name of ['marcus', 'hana', 'helen', 'amara']) await expect(setStaffedHours(of(name), hours()), name).rejects.toThrow(Forbidden)
  await expect(setStaffedHours(of('bea'), hours()), 'of another setting').rejects.toThrow(NotFound)
  await expect(closeDays(of('marcus'), { id: newId(), organisationId: cast.riverside, name: 'Snow', ...ahead })).rejects.toThrow(Forbidden)
  for (const name of ['amara', 'marcus', 'bea', 'hana']) await expect(change(of(name), (tx) => tx.staffedHours.createMany({ data: [{ ...hours(), byId: of(name).id }] })), name).rejects.toThrow('row-level security')
  await expect(change(of('grace'), (tx) => tx.staffedHours.createMany({ data: [{ ...hours(), byId: of('fatima').id }] })), 'in somebody else’s name').rejects.toThrow('row-level security')
  await expect(findCalendar(of('amara'), cast.riverside)).rejects.toThrow(Forbidden)
  await expect(findCalendar(of('leon'), cast.riverside)).rejects.toThrow(NotFound)
  expect((await read(of('leon'), (tx) => calendarsOf(tx, [cast.riverside])))(cast.riverside).week).toBeNull()
})

test('days are closed, and open after all; sent twice, it is one', async () => {
  const days = { id: newId(), organisationId: cast.riverside, name: 'Training day', ...ahead }
  await closeDays(of('grace'), days)
  await closeDays(of('grace'), days)
  expect((await findCalendar(of('fatima'), cast.riverside)).closed).toMatchObject([{ name: 'Training day', startsOn: '2030-03-01' }])
  await expect(takeBackClosedDays(of('marcus'), { closedDaysId: days.id })).rejects.toThrow(Forbidden)
  await expect(takeBackClosedDays(of('bea'), { closedDaysId: days.id })).rejects.toThrow(NotFound)
  await takeBackClosedDays(of('tom'), { closedDaysId: days.id })
  await takeBackClosedDays(of('tom'), { closedDaysId: days.id })
  expect((await findCalendar(of('fatima'), cast.riverside)).closed).toEqual([])
})

test('two at once: of two who enter hours both are on record and one counts; the same days are closed once, and opened once', async () => {
  const [one, other] = [hours({ emergencyDuty: '020 7946 0001' }), hours({ emergencyDuty: '020 7946 0002' })]
  await Promise.all([setStaffedHours(of('fatima'), one), setStaffedHours(of('grace'), other), setStaffedHours(of('grace'), other)])
  expect(await read(of('fatima'), (tx) => tx.staffedHours.count({ where: { id: { in: [one.id, other.id] } } }))).toBe(2)
  expect([one.emergencyDuty, other.emergencyDuty]).toContain((await findCalendar(of('marcus'), cast.riverside)).emergencyDuty)

  const days = { id: newId(), organisationId: cast.riverside, name: 'Snow', ...ahead }
  const times = (kind: string) => asSystem('look in a test', (tx) => tx.act.count({ where: { kind, subjectId: days.id } }))
  await Promise.all([closeDays(of('grace'), days), closeDays(of('grace'), days)])
  await Promise.all(['grace', 'tom'].map((by) => takeBackClosedDays(of(by), { closedDaysId: days.id })))
  expect([await times('organisation.days-closed'), await times('organisation.days-open')]).toEqual([1, 1])
})
