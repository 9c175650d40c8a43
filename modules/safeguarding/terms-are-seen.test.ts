import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { cast, of } from '#tests/support/a-case.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { onServer } from '#tests/support/template.ts'
import { setStaffedHours } from '../calendar/set-staffed-hours.server.ts'
import { isHoliday } from '../calendar/staffed-time.ts'
import { after, days } from '../clock.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { asSystem } from '../db/as-system.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { Forbidden } from '../errors.ts'
import { setTerm } from '../organisations/set-term.server.ts'
import { clockActs } from './clock-acts.server.ts'
import { seeClockAct } from './see-clock-act.server.ts'

const on = (ahead: number) => after(days(ahead)).toISOString().slice(0, 10)
const term = (name: string, from: number, to: number, termId?: string) => setTerm(of('grace'), { ...(termId ? { termId } : {}), organisationId: cast.riverside, name, startsOn: on(from), endsOn: on(to) })
const acts = async (name: string) => (await clockActs(of(name))).filter(({ what }) => what === 'terms')
const holidays = async (name: string) => (await acts(name)).flatMap((act) => act.days.map(({ startsOn, endsOn }) => `${act.byName!} ${startsOn} ${endsOn}`))
const stretch = (from: number, to: number, by = 'Grace') => `${by} ${on(from)} ${on(to)}`
const see = async (name: string) => { const [act] = await acts(name); await seeClockAct(of(name), { actId: act!.actId, what: 'terms', organisationId: act!.organisationId }) }

beforeEach(async () => {
  await moveClock('0')
  await asOwner('DELETE FROM "ClockActSeen"; DELETE FROM "HolidayMade"; DELETE FROM "Term"; DELETE FROM "StaffedHours"')
})

test('a first term makes no holiday; the days between two stand on Today of the other leads, deputies and the head until one has seen them', async () => {
  await term('This', -30, 10)
  expect(await acts('fatima'), 'it can slow nothing').toEqual([])
  await term('Next', 20, 60)
  for (const name of ['fatima', 'tom', 'hana']) expect(await holidays(name), name).toEqual([stretch(11, 19)])
  for (const name of ['grace', 'marcus', 'helen', 'bea', 'amara', 'ella']) expect(await acts(name), name).toEqual([])
  const [first] = await acts('tom')
  expect(first).toMatchObject({ mayOpen: true, byName: 'Grace', name: null, changes: [] })
  // What is entered after the page was drawn is not seen with it.
  await term('Later', 70, 90)
  expect(await holidays('tom'), 'what one person did is one thing to see').toEqual([stretch(11, 19), stretch(61, 69)])
  await seeClockAct(of('tom'), { actId: first!.actId, what: 'terms', organisationId: cast.riverside })
  expect(await holidays('tom')).toHaveLength(2)
  for (const name of ['grace', 'marcus', 'bea', 'amara']) await expect(seeClockAct(of(name), { actId: first!.actId, what: 'terms', organisationId: cast.riverside }), name).rejects.toThrow(Forbidden)
  const { actId } = (await acts('hana'))[0]!
  for (const name of ['grace', 'bea']) await expect(change(of(name), (tx) => tx.clockActSeen.createMany({ data: [{ actId, what: 'terms', organisationId: cast.riverside, byId: of(name).id }] })), name).rejects.toThrow('row-level security')
  await Promise.all(['tom', 'hana', 'tom'].map((name) => seeClockAct(of(name), { actId, what: 'terms', organisationId: cast.riverside })))
  for (const name of ['fatima', 'tom', 'hana']) expect(await acts(name), name).toEqual([])
  expect(await asSystem('look in a test', (tx) => tx.act.count({ where: { kind: 'concern.clock-seen', subjectId: actId } }))).toBe(1)
})

test('of a term that is moved only the days that became a holiday are to be seen, as long as they are one and are not over', async () => {
  await term('This', -30, 10)
  const next = await term('Next', 20, 60)
  await see('tom')
  await term('Next', 15, 60, next)
  expect(await acts('fatima'), 'fewer holidays slow nothing').toEqual([])
  await term('Next', 24, 60, next)
  expect(await holidays('fatima'), 'also those that were seen once, and were none meanwhile').toEqual([stretch(15, 23)])
  await term('Next', 18, 60, next)
  expect(await holidays('fatima')).toEqual([stretch(15, 17)])
  await term('Next', 11, 60, next)
  expect(await acts('fatima')).toEqual([])
  await term('Next', 24, 60, next)
  expect(await holidays('fatima')).toEqual([stretch(11, 23)])
  await moveClock('24 days')
  expect(await acts('fatima')).toEqual([])
})

test('where the hours hold in the holidays too nothing stands still; what was made meanwhile is to be seen once that is changed', async () => {
  const hours = (isOpenInHolidays: boolean) => setStaffedHours(of('fatima'), { id: newId(), organisationId: cast.riverside, week: [{ day: 1, from: '09:00', to: '10:00' }], isOpenInHolidays, emergencyDuty: '' })
  await hours(true)
  await term('This', -30, 10)
  await term('Next', 20, 60)
  expect(await acts('tom')).toEqual([])
  await hours(false)
  expect(await holidays('tom')).toEqual([stretch(11, 19)])
})

test('past the deed it is noted all the same, with who and when from the database; two at once, and no holiday between them goes unseen', async () => {
  const shape = (from: number, to: number) => ({ name: 'Term', startsOn: new Date(on(from)), endsOn: new Date(on(to)) })
  const write = (from: number, to: number) => change(of('grace'), (tx) => tx.term.createMany({ data: [{ organisationId: cast.riverside, ...shape(from, to) }] }))
  await Promise.all([write(-30, 10), write(20, 60)])
  expect(await holidays('tom')).toEqual([stretch(11, 19)])
  await see('tom')
  // Every term shorter by a statement of its own, and one that ends before it begins: a holiday from end to end.
  await change(of('grace'), (tx) => tx.term.updateMany({ data: { endsOn: new Date(on(8)) }, where: { endsOn: new Date(on(10)) } }))
  await change(of('grace'), (tx) => tx.term.createMany({ data: [{ organisationId: cast.riverside, ...shape(80, 5) }] }))
  expect(await holidays('tom')).toEqual([stretch(9, 10), stretch(61, 79)])
  const mine = { organisationId: cast.riverside, startsOn: new Date(on(1)), endsOn: new Date(on(2)), byId: of('fatima').id }
  await expect(change(of('fatima'), (tx) => tx.holidayMade.createMany({ data: [mine] }))).rejects.toThrow('permission denied')
  await expect(change(of('grace'), (tx) => tx.holidayMade.deleteMany({}))).rejects.toThrow('permission denied')
  await expect(change(of('fatima'), (tx) => tx.holidayMade.updateMany({ data: { byId: of('tom').id } }))).rejects.toThrow('permission denied')
  await expect(change(of('grace'), (tx) => tx.term.updateMany({ data: { at: new Date(0) } }))).rejects.toThrow('permission denied')
  await expect(change(of('grace'), (tx) => tx.term.updateMany({ data: { organisationId: cast.harbour } }))).rejects.toThrow('permission denied')
})

test('whose role has ended sees none of it', async () => {
  await term('This', -30, 10)
  await term('Next', 20, 60)
  expect(await acts('tom')).toHaveLength(1)
  await asOwner(`UPDATE "Membership" SET "endsAt" = app.now() WHERE "personId" = '${of('tom').id}' AND "organisationId" = '${cast.riverside}'`)
  try { expect(await acts('tom')).toEqual([]) } finally { await asOwner(`UPDATE "Membership" SET "endsAt" = NULL WHERE "personId" = '${of('tom').id}' AND "organisationId" = '${cast.riverside}'`) }
})

test('the database and the clocks mean the same days by a holiday', async () => {
  const day = (ahead: number) => new Date(Date.UTC(2026, 0, 1 + ahead)).toISOString().slice(0, 10)
  const some = fc.integer({ min: 1, max: 28 })
  await fc.assert(fc.asyncProperty(fc.array(fc.record({ startsOn: some, endsOn: some }), { maxLength: 5 }), async (of) => {
    const terms = of.map(({ startsOn, endsOn }) => ({ startsOn: day(startsOn), endsOn: day(endsOn) }))
    const list = (which: 'startsOn' | 'endsOn') => `ARRAY[${terms.map((one) => `'${one[which]}'`).join()}]::date[]`
    const { rows } = await onServer(databaseUrl(), `SELECT d::date::text AS day FROM generate_series('2026-01-01'::date, '2026-01-31', '1 day') d WHERE app.holidays(${list('startsOn')}, ${list('endsOn')}) @> d::date ORDER BY 1`)
    expect((rows as { day: string }[]).map((row) => row.day)).toEqual(Array.from({ length: 31 }, (_, ahead) => day(ahead)).filter((one) => isHoliday({ terms }, one)))
  }), { numRuns: 60 })
})
