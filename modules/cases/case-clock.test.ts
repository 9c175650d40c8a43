import { beforeEach, expect, test } from 'vitest'
import { cast, decide, of, step, stateOf, taken, triage, words } from '#tests/support/a-case.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import type { Calendar } from '../calendar/staffed-time.ts'
import { today } from '../clock.ts'
import { asSystem } from '../db/as-system.server.ts'
import { read } from '../db/read.server.ts'
import { findConcern } from '../safeguarding/find-concern.server.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { caseClock, type CaseTimes } from './case-clock.ts'
import { casesToday } from './cases-today.server.ts'
import { closeConcern } from './close-concern.server.ts'
import { signClosing } from './sign-closing.server.ts'
import { climbCases } from './climb-cases.server.ts'
import { findCase } from './find-case.server.ts'
import { keepFrom } from './keep-from.server.ts'
import { reviewConcern } from './review-concern.server.ts'

const school: Calendar = { timeZone: 'Europe/London', week: [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:30', to: '16:30' })), isOpenInHolidays: false, emergencyDuty: null, terms: [], closed: [] }
const at = (iso: string) => new Date(`${iso}Z`)
const times = (more: Partial<CaseTimes>): CaseTimes => ({ concernId: '', organisationId: '', state: 'taken_on', level: null, danger: 'not_now', reviewOn: null, takenOnAt: at('2026-11-20T10:00'), closedAt: null, reopenedAt: null, firstTriagedAt: null, lastTriagedAt: null, decidedAt: null, reviewedAt: null, handedOnAt: null, receiptBy: null, ...more })
const climbed = async (concernId: string) => (await asSystem('look in a test', (tx) => tx.caseClimb.findMany({ where: { concernId }, orderBy: { at: 'asc' } }))).map(({ clock, rung }) => `${clock} ${rung}`)
const whyFor = async (name: string, id: string) => (await casesToday(of(name), { take: 50 })).find((one) => one.concernId === id)?.why

beforeEach(() => moveClock('0'))

test('which clock of a case runs, and until when, as a table', () => {
  const says = (more: Partial<CaseTimes>) => { const ticking = caseClock(times(more), school); return ticking && `${ticking.clock} ${ticking.dueAt.toISOString().slice(0, 16)} ${ticking.climbs.map((climb) => `${climb.rung} ${climb.at.toISOString().slice(5, 16)}`).join(' ')}` }
  // A Friday at ten: near is for the same day, the rest for Monday.
  expect(says({ danger: 'soon' })).toBe('assessing 2026-11-20T16:30 deputies 11-20T18:30 head 11-20T20:30')
  expect(says({ danger: 'unsure', takenOnAt: at('2026-11-20T15:00') })).toBe('assessing 2026-11-20T19:00 deputies 11-20T21:00 head 11-20T23:00')
  expect(says({})).toBe('assessing 2026-11-23T10:00 deputies 11-24T10:00 head 11-25T10:00')
  expect(says({ state: 'triaged', level: 'high', firstTriagedAt: at('2026-11-20T11:00') })).toBe('deciding 2026-11-20T16:30 deputies 11-20T18:30 head 11-20T20:30')
  expect(says({ state: 'triaged', level: 'low', firstTriagedAt: at('2026-11-20T11:00') })).toMatch(/^deciding 2026-11-23T11:00/)
  // Assessed again does not give more time to decide.
  expect(says({ state: 'triaged', level: 'low', firstTriagedAt: at('2026-11-20T11:00'), lastTriagedAt: at('2026-11-22T11:00') })).toMatch(/^deciding 2026-11-23T11:00/)
  const worked = { state: 'in_action', level: 'high', firstTriagedAt: at('2026-11-20T11:00'), decidedAt: at('2026-11-20T12:00') } as const
  expect(says(worked)).toMatch(/^reviewing 2026-11-27T12:00/)
  expect(says({ ...worked, level: 'medium' })).toMatch(/^reviewing 2027-01-01T12:00/)
  expect(says({ ...worked, reviewOn: '2026-11-24' })).toMatch(/^reviewing 2026-11-25T00:00/)
  expect(says({ ...worked, reviewOn: '2030-01-01' }), 'a day far off mutes nothing').toMatch(/^reviewing 2026-11-27T12:00/)
  expect(says({ ...worked, reviewedAt: at('2026-11-26T09:00'), state: 'awaiting_agency' })).toMatch(/^reviewing 2026-12-03T09:00/)
  // Closed by one of them on a Friday: a working day for the second signature, then the ladder.
  expect(says({ ...worked, state: 'closing', closedAt: at('2026-11-20T15:00') })).toBe('signing 2026-11-23T15:00 deputies 11-24T15:00 head 11-25T15:00')
  for (const state of ['closed', 'duplicate', 'transferred', 'waiting'] as const) expect(says({ ...worked, state }), state).toBeNull()
  // Five school days to say that it arrived, then the ladder.
  expect(says({ ...worked, state: 'transferred', handedOnAt: at('2026-11-20T10:00'), receiptBy: at('2026-11-27T10:00') })).toBe('arriving 2026-11-27T10:00 deputies 11-30T10:00 head 12-01T10:00')
  // However long somebody says that the setting is closed: five days, and a day a step from then on.
  const shut = caseClock(times({}), { ...school, closed: [{ startsOn: '2026-11-21', endsOn: '2027-09-01' }] })!
  expect([shut.dueAt, ...shut.climbs.map((climb) => climb.at)].map((when) => when.toISOString().slice(0, 16))).toEqual(['2026-11-25T10:00', '2026-11-30T10:00', '2026-12-01T10:00'])
})

test('not assessed in time: Today of all who keep it, then the deputies, then the head, once each', async () => {
  const id = await taken()
  await climbCases()
  expect([await whyFor('fatima', id), await whyFor('tom', id), await climbed(id)]).toEqual(['assess', undefined, []])
  await moveClock('28 hours')
  expect([await whyFor('fatima', id), await whyFor('tom', id)]).toEqual(['overdue', 'overdue'])
  expect((await findCase(of('tom'), id)).clock).toMatchObject({ clock: 'assessing', isOver: true })
  await moveClock('2 hours')
  await Promise.all([climbCases(), climbCases()])
  await climbCases()
  // After an outage of a day both happen at once, in order.
  expect(await climbed(id)).toEqual(['assessing deputies', 'assessing head'])
  const lines = (await findConcern(of('tom'), id)).chronology.filter((line) => line.kind === 'climbed')
  expect(lines.map(({ clock, rung, people }) => [clock, rung, people])).toEqual([['assessing', 'deputies', ['Fatima', 'Tom']], ['assessing', 'head', ['Hana']]])
  expect((await findConcern(of('hana'), id)).what).toBe('A bruise on her arm.')
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
  const letters = await asSystem('look in a test', (tx) => tx.$queryRaw<{ who: string }[]>`SELECT data->>'personId' AS who FROM jobs.job WHERE name = 'safeguarding.alert-letter' AND data->>'concernId' = ${id} AND data->>'rung' = 'head'`)
  expect(letters).toEqual([{ who: of('hana').id }])
})

test('the step stops its clock, and the next clock begins', async () => {
  const id = await taken()
  await triage(id, 'high')
  expect((await findCase(of('tom'), id)).clock).toMatchObject({ clock: 'deciding', isOver: false })
  await decide(id, 'refer')
  await moveClock('6 days')
  await climbCases()
  expect([await climbed(id), await whyFor('tom', id)]).toEqual([[], undefined])
  await moveClock('6 days')
  await climbCases()
  expect(await climbed(id)).toContain('reviewing deputies')
  await reviewConcern(of('tom'), { ...step(id), reviewOn: today(), words })
  expect(await whyFor('tom', id)).toBeUndefined()
  await moveClock('20 days')
  await climbCases()
  // It had run out a second time, and says so a second time.
  expect((await climbed(id)).filter((one) => one === 'reviewing deputies')).toHaveLength(2)
  expect(await stateOf('tom', id)).toBe('in_action')
})

test('a signature that is waited for climbs too, and whoever closed it sees that it is late', async () => {
  const id = await taken()
  await triage(id, 'high')
  await decide(id, 'nothing_more')
  await closeConcern(of('fatima'), { ...step(id), outcome: 'helped', words })
  expect([await whyFor('fatima', id), await whyFor('tom', id)]).toEqual([undefined, 'sign'])
  await moveClock('6 days')
  await climbCases()
  expect([await whyFor('fatima', id), await whyFor('tom', id)]).toEqual(['overdue', 'overdue'])
  expect((await casesToday(of('tom'), { take: 50 })).find((one) => one.concernId === id)!.overdue).toBe('signing')
  await moveClock('12 days')
  await climbCases()
  expect(await climbed(id)).toEqual(['signing deputies', 'signing head'])
  await signClosing(of('tom'), { ...step(id), words })
  expect([await whyFor('tom', id), await stateOf('tom', id)]).toEqual([undefined, 'closed'])
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
})

test('what is wrong with one case holds up no other', async () => {
  const [broken, whole] = [await taken(), await taken()]
  await asOwner(`CREATE FUNCTION app.break_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW."concernId" = '${broken}' THEN RAISE EXCEPTION 'a fault'; END IF; RETURN NEW; END $$;
    CREATE TRIGGER breaks_one BEFORE INSERT ON "CaseClimb" FOR EACH ROW EXECUTE FUNCTION app.break_one()`)
  await moveClock('30 hours')
  await expect(climbCases(), 'and the job is seen not to have worked').rejects.toThrow('1 of them')
  expect([await climbed(broken), await climbed(whole)]).toEqual([[], ['assessing deputies', 'assessing head']])
  await asOwner('DROP TRIGGER breaks_one ON "CaseClimb"')
  await climbCases()
  expect(await climbed(broken), 'tried again').toEqual(['assessing deputies', 'assessing head'])
})

test('whom it is kept from is not told that it is late, and whoever may not read it sees nothing of it', async () => {
  const id = await taken()
  await keepFrom(of('fatima'), { ...step(id), personId: of('hana').id, words })
  await moveClock('10 days')
  await climbCases()
  expect(await asSystem('look in a test', (tx) => tx.concernAlert.count({ where: { concernId: id, personId: of('hana').id } }))).toBe(0)
  for (const name of ['hana', 'marcus', 'grace', 'bea', 'ella', 'jay']) expect(await read(of(name), (tx) => tx.caseClimb.count({ where: { concernId: id } })), name).toBe(0)
  expect(await read(of('tom'), (tx) => tx.caseClimb.count({ where: { concernId: id } }))).toBeGreaterThan(0)
  for (const name of ['fatima', 'tom']) await expect(read(of(name), (tx) => tx.caseClimb.createMany({ data: [{ concernId: id, clock: 'deciding', rung: 'head', since: new Date(), organisationId: cast.riverside }] })), name).rejects.toThrow()
})
