import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { calendarsOf } from '../calendar/calendars-of.server.ts'
import { closeDays } from '../calendar/close-days.server.ts'
import { setStaffedHours } from '../calendar/set-staffed-hours.server.ts'
import { afterStaffed, asItStood, isHoliday, isStaffed, type Days } from '../calendar/staffed-time.ts'
import { now } from '../clock.ts'
import { asSystem } from '../db/as-system.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { Forbidden } from '../errors.ts'
import { setTerm } from '../organisations/set-term.server.ts'
import { climb, climbWhatWaits } from './climb.server.ts'
import { climbsAhead, momentsOf, targetFor } from './climbs-ahead.ts'
import { findClocks } from './find-clocks.server.ts'
import { findMyConcern } from './my-concerns.server.ts'
import { findConcern } from './find-concern.server.ts'
import { raiseConcern } from './raise-concern.server.ts'
import { setClockTarget, setClockTargets } from './set-clock-target.server.ts'
import { whoGetsIt } from './who-gets-it.server.ts'

let cast: Cast
const of = (name: string) => cast.people[name]!
const raise = (danger: 'now' | 'soon' | 'not_now') => raiseConcern(of('jay'), { id: newId(), who: 'Wren', what: 'He is afraid to go home.', danger })
const set = (more: object) => setClockTarget(of('fatima'), { organisationId: cast.riverside, clock: 'received', danger: 'not_now', minutes: 60, inStaffedTime: true, ...more })
const week = (days: number[]) => setStaffedHours(of('fatima'), { id: newId(), organisationId: cast.riverside, week: days.map((day) => ({ day, from: '09:00', to: '17:00' })), isOpenInHolidays: true, emergencyDuty: '020 7946 0199' })
const calendar = () => asSystem('look in a test', (tx) => calendarsOf(tx, [cast.riverside])).then((calendarOf) => calendarOf(cast.riverside))
/** Moves the clock to the next moment at which this is so, minute by minute in arithmetic and once in the database. */
async function moveTo(isSo: (at: Date) => boolean) {
  let ahead = 0
  while (!isSo(new Date(now().getTime() + ahead * 60_000))) ahead += 1
  await moveClock(`${ahead} minutes`)
}

beforeAll(async () => { cast = await theCast() })
beforeEach(() => moveClock('0'))

test('without staffed hours no clock can count them, and danger now never does', async () => {
  await expect(set({})).rejects.toThrow('when somebody is there')
  await week([1, 2, 3, 4, 5])
  await set({})
  await expect(set({ danger: 'now' })).rejects.toThrow('day and night')
  await expect(change(of('fatima'), (tx) => tx.clockTarget.createMany({ data: [{ organisationId: cast.riverside, clock: 'received', danger: 'now', minutes: 10, inStaffedTime: true, byId: of('fatima').id }] }))).rejects.toThrow('danger_now_never_waits')
})

test('a clock in staffed time waits for the morning; danger now climbs by night', async () => {
  await week([1, 2, 3, 4, 5])
  await set({})
  const known = await calendar()
  await moveTo((at) => !isStaffed(known, at) && isStaffed(known, new Date(at.getTime() - 60_000)))
  const [late, urgent] = [await raise('not_now'), await raise('now')]
  const first = afterStaffed(known, now(), 60)!
  expect((await findConcern(of('fatima'), late)).climbsAt!.getTime()).toBeLessThanOrEqual(first.getTime())
  await moveClock('6 minutes')
  await climbWhatWaits()
  expect((await findConcern(of('fatima'), urgent)).chronology.some((line) => line.kind === 'climbed')).toBe(true)
  expect(await asSystem('look in a test', (tx) => tx.concernClimb.count({ where: { concernId: late, clock: 'received' } }))).toBe(0)
  await moveTo((at) => at > first)
  await climb(late)
  expect(await asSystem('look in a test', (tx) => tx.concernClimb.count({ where: { concernId: late, clock: 'received' } }))).toBe(1)
})

test('whoever is worried reads from when somebody is there, and never that somebody watches', async () => {
  await week([1, 2, 3, 4, 5])
  const known = await calendar()
  await moveTo((at) => !isStaffed(known, at))
  const hours = (await whoGetsIt(of('amara')))[0]!.hours!
  expect(hours).toMatchObject({ isStaffed: false, emergencyDuty: '020 7946 0199' })
  expect(isStaffed(known, hours.opensAt!)).toBe(true)
  const id = await raise('not_now')
  expect((await findMyConcern(of('jay'), id)).hours).toEqual(hours)
  await moveTo((at) => isStaffed(known, at))
  expect((await whoGetsIt(of('amara')))[0]!.hours).toMatchObject({ isStaffed: true, opensAt: null })
})

test('what somebody enters in the calendar holds up no clock that runs: hours, closed days, terms', async () => {
  await week([1, 2, 3, 4, 5, 6, 7])
  for (const clock of ['received', 'taken_on']) await set({ clock })
  const id = await raise('not_now')
  const climbsAt = async () => (await findConcern(of('fatima'), id)).climbsAt!.getTime()
  const before = await climbsAt()
  await moveClock('1 minute')
  const day = (ahead: number) => new Date(now().getTime() + ahead * 86_400_000).toISOString().slice(0, 10)
  await closeDays(of('grace'), { id: newId(), organisationId: cast.riverside, name: 'A flood', startsOn: day(-1), endsOn: day(30) })
  expect(await climbsAt(), 'closed days').toBe(before)
  await week([new Date(now().getTime() + 4 * 86_400_000).getUTCDay() || 7])
  expect(await climbsAt(), 'hours').toBe(before)
  expect((await findConcern(of('fatima'), await raise('not_now'))).climbsAt!.getTime(), 'what is raised from then on waits').toBeGreaterThan(before + 86_400_000)
})

test('a term that is entered or changed later makes no holiday for a clock that runs; none can be taken away', async () => {
  const [from, later] = [new Date('2026-12-20T12:00:00Z'), '2026-12-20T13:00:00Z']
  const term = (startsOn: string, endsOn: string, more: object = {}) => ({ startsOn, endsOn, at: '2026-09-01T00:00:00Z', ...more })
  const holidays = (terms: Days[]) => isHoliday(asItStood({ timeZone: 'Europe/London', week: null, isOpenInHolidays: false, emergencyDuty: null, terms, closed: [] }, from), '2026-12-28')
  expect(holidays([term('2026-09-01', '2026-12-18'), term('2027-01-04', '2027-03-26')])).toBe(true)
  expect(holidays([term('2026-09-01', '2026-12-18'), term('2027-01-04', '2027-03-26', { at: later })])).toBe(false)
  expect(holidays([term('2026-09-01', '2026-12-18', { changedAt: later }), term('2027-01-04', '2027-03-26')])).toBe(false)
  const termId = await setTerm(of('grace'), { organisationId: cast.riverside, name: 'Far ahead', startsOn: '2031-01-06', endsOn: '2031-02-14' })
  await setTerm(of('grace'), { termId, organisationId: cast.riverside, name: 'Far ahead', startsOn: '2031-01-06', endsOn: '2031-02-13' })
  expect((await calendar()).terms.find((one) => one.startsOn === '2031-01-06')).toMatchObject({ endsOn: '2031-02-13', changedAt: expect.any(String) as string })
  await expect(change(of('grace'), (tx) => tx.term.deleteMany({ where: { id: termId } }))).rejects.toThrow('permission denied')
})

test('hours that were put right bring a running clock forward; hours taken away hold none up', () => {
  const from = new Date('2026-11-23T09:00:00Z')
  const hours = (day: number) => ({ day, from: '09:00', to: '17:00' })
  const saying = (later: number[]) => ({ timeZone: 'Europe/London', isOpenInHolidays: true, emergencyDuty: null, terms: [], closed: [], week: later.map(hours),
    hours: [{ at: '2026-01-01T00:00:00Z', week: [hours(3)], isOpenInHolidays: true }, { at: '2026-11-23T10:00:00Z', week: later.map(hours), isOpenInHolidays: true }] })
  const first = (later: number[]) => climbsAhead({ raisedAt: from, danger: 'not_now', receivedAt: null, takenOnAt: null, climbed: [] }, [{ clock: 'received', danger: 'not_now', minutes: 120, inStaffedTime: true, since: '2026-01-01T00:00:00Z' }], saying(later)).find(({ clock }) => clock === 'received')!.at.toISOString()
  expect([first([1, 2, 3]), first([3]), first([5])]).toEqual(['2026-11-23T11:00:00.000Z', '2026-11-25T11:00:00.000Z', '2026-11-25T11:00:00.000Z'])
})

test('what is wrong with one concern holds up no other, and is tried again', async () => {
  const [broken, whole] = [await raise('now'), await raise('now')]
  await asOwner(`CREATE FUNCTION app.break_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW."concernId" = '${broken}' THEN RAISE EXCEPTION 'a fault'; END IF; RETURN NEW; END $$;
    CREATE TRIGGER breaks_one BEFORE INSERT ON "ConcernClimb" FOR EACH ROW EXECUTE FUNCTION app.break_one()`)
  const climbs = (concernId: string) => asSystem('look in a test', (tx) => tx.concernClimb.count({ where: { concernId } }))
  await moveClock('6 minutes')
  await expect(climbWhatWaits(), 'and the job is seen not to have worked').rejects.toThrow('1 of them')
  expect([await climbs(broken), await climbs(whole)]).toEqual([0, 1])
  await asOwner('DROP TRIGGER breaks_one ON "ConcernClimb"')
  await climbWhatWaits()
  expect(await climbs(broken)).toBe(1)
})

test('however long it is closed, it climbs after five days, what may be soon after one, and a day a rung from then on', async () => {
  await week([1])
  const known = { ...(await calendar()), closed: [{ startsOn: '2026-01-01', endsOn: '2029-01-01' }] }
  const from = new Date('2026-12-20T12:00:00Z')
  expect(([1, 5] as const).map((longestDays) => momentsOf({ minutes: 60, inStaffedTime: true, longestDays }, from, known).map(({ at }) => (at.getTime() - from.getTime()) / 86_400_000))).toEqual([[1, 2, 3], [5, 6, 7]])
})

test('what is changed holds for concerns raised from then on', async () => {
  await set({ danger: 'soon', minutes: 30, inStaffedTime: false })
  const before = await raise('soon')
  await moveClock('1 minute')
  await set({ danger: 'soon', minutes: 5, inStaffedTime: false })
  await set({ danger: 'soon', minutes: 5, inStaffedTime: false })
  const after = await raise('soon')
  await moveClock('10 minutes')
  expect((await climb(before)).length).toBe(0)
  expect((await climb(after)).map(({ rung }) => rung)).toEqual(['deputies', 'head'])
  const targets = await asSystem('look in a test', (tx) => tx.clockTarget.findMany({ where: { organisationId: cast.riverside, danger: 'soon', clock: 'received' } }))
  expect(targets.map(({ minutes }) => minutes).sort()).toEqual([30, 5])
  expect(targetFor({ clock: 'received', danger: 'soon', at: new Date('2020-01-01') }, targets)).toEqual({ minutes: 15, inStaffedTime: false, longestDays: 1 })
})

test('the page of clocks is for those who set them; two at once are both on record and one counts', async () => {
  expect((await findClocks(of('tom'), cast.riverside)).clocks).toHaveLength(8)
  for (const name of ['marcus', 'grace', 'hana', 'amara']) await expect(findClocks(of(name), cast.riverside), name).rejects.toThrow(Forbidden)
  await expect(findClocks(of('bea'), cast.riverside)).rejects.toThrow()
  await Promise.all([7, 8].map((minutes) => setClockTargets(of('fatima'), { organisationId: cast.riverside, targets: [{ clock: 'taken_on', danger: 'unsure', minutes }] })))
  expect([7, 8]).toContain((await findClocks(of('fatima'), cast.riverside)).clocks.find(({ clock, danger }) => clock === 'taken_on' && danger === 'unsure')!.minutes)
  for (const name of ['grace', 'marcus', 'bea']) await expect(change(of(name), (tx) => tx.clockTarget.createMany({ data: [{ organisationId: cast.riverside, clock: 'received', danger: 'soon', minutes: 1, byId: of(name).id }] })), name).rejects.toThrow('row-level security')
  await expect(change(of('fatima'), (tx) => tx.clockTarget.updateMany({ data: { minutes: 1440 } }))).rejects.toThrow('permission denied')
})
