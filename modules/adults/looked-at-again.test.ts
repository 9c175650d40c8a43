import { beforeEach, expect, test } from 'vitest'
import { moveClock } from '#tests/support/move-clock.ts'
import { onServer } from '#tests/support/template.ts'
import { theCast } from '#tests/support/cast.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { dueNext, type AdultTimes } from './adult-clock.ts'
import { adultsToday } from './adults-today.server.ts'
import { climbAdults } from './climb-adults.server.ts'
import { closeAdultConcern } from './close-adult-concern.server.ts'
import { findAdultConcern } from './find-adult-concern.server.ts'
import { holdAdultConcern } from './hold-adult-concern.server.ts'
import { noteOnAdultConcern } from './note-on-adult-concern.server.ts'
import { shareAdultConcern } from './share-adult-concern.server.ts'
import { signAdultClosing } from './sign-adult-closing.server.ts'
import { verifyAdultConcerns } from './verify-adult-concerns.server.ts'
import { weighAdultConcern } from './weigh-adult-concern.server.ts'
import { writeDownLado } from './write-down-lado.server.ts'
import { now } from '../clock.ts'
import { localOf } from '../cohorts/timetable.ts'

const cast = await theCast()
const of = (name: string) => cast.people[name]!
const why = async (name: string, id: string) => (await adultsToday(of(name))).mine.find((one) => one.id === id)?.why
const climbsOf = async (id: string) => ((await onServer(databaseUrl(), `SELECT facts->>'clock' AS clock, facts->'people' AS people FROM "AdultLine" WHERE "adultConcernId" = '${id}' AND kind = 'climbed' ORDER BY number`)).rows as { clock: string; people: string[] }[])
  .map(({ clock, people }) => `${clock}: ${people.map((one) => Object.entries(cast.people).find(([, person]) => person.id === one)![0]).sort().join()}`)
const step = (adultConcernId: string) => ({ id: newId(), adultConcernId })

/** One that Tom has, weighed; an allegation with the LADO told. */
async function decided(weight: 'low_level' | 'allegation') {
  const id = await shareAdultConcern(of('jay'), { id: newId(), danger: 'soon', what: 'What happened.', aboutId: of('marcus').id })
  await holdAdultConcern(of('tom'), step(id))
  await weighAdultConcern(of('tom'), { ...step(id), weight, reasons: 'As it was told.', ...(weight === 'allegation' ? { harm: 'harmed' as const } : {}) })
  if (weight === 'allegation') await writeDownLado(of('tom'), { ...step(id), happenedAt: localOf(now(), 'Europe/London'), who: 'The duty LADO', words: 'A meeting on Monday.' })
  return id
}

beforeEach(() => moveClock('0'))

test('what runs once it is decided, as a table', () => {
  const at = new Date('2026-11-20T15:00:00Z')
  const says = (more: Partial<AdultTimes>) => { const due = dueNext({ since: at, danger: 'soon', state: 'weighed', decidedAs: 'allegation', isLadoTold: true, workedAt: at, ...more }, 'Europe/London'); return due && `${due.clock} ${due.at.toISOString().slice(0, 16)}` }
  expect(says({})).toBe('reviewing 2026-11-27T15:00')
  expect(says({ decidedAs: 'low_level' })).toBe('reviewing 2027-01-01T15:00')
  expect(says({ state: 'closing' })).toBe('signing 2026-11-23T15:00')
  expect(says({ isLadoTold: false })).toBe('deciding 2026-11-23T15:00')
  expect([says({ state: 'closed' }), says({ state: 'closing', workedAt: null })]).toEqual([null, null])
})

test('an allegation that nobody does anything about for a week: Today of all who keep it, then up the ladder, once each; what somebody writes begins the week anew', async () => {
  const id = await decided('allegation')
  await moveClock('6 days')
  await climbAdults()
  expect([await climbsOf(id), await why('tom', id)]).toEqual([[], undefined])
  await moveClock('25 hours')
  expect([await why('fatima', id), await why('tom', id)]).toEqual(['again', 'again'])
  await Promise.all([climbAdults(), climbAdults()])
  await climbAdults()
  expect(await climbsOf(id)).toEqual(['reviewing: fatima,tom'])
  await moveClock('7 days')
  await climbAdults()
  expect(await climbsOf(id)).toEqual(['reviewing: fatima,tom', 'reviewing: hana', 'reviewing: ella'])
  expect((await adultsToday(of('ella'))).elsewhere.map((one) => one.id)).toContain(id)
  for (const name of ['marcus', 'grace', 'bea', 'jay']) expect(await adultsToday(of(name)), name).toEqual({ mine: [], elsewhere: [] })
  await noteOnAdultConcern(of('tom'), { ...step(id), words: 'The LADO meets on Thursday.' })
  expect([await why('fatima', id), (await adultsToday(of('ella'))).elsewhere.some((one) => one.id === id)]).toEqual([undefined, false])
  expect(await findAdultConcern(of('tom'), id)).toMatchObject({ dueFor: 'reviewing', isLate: false })
  await moveClock('7 days 1 hour')
  await climbAdults()
  expect((await climbsOf(id)).slice(3), 'a second time it runs out, it says so a second time').toEqual(['reviewing: fatima,tom'])
  expect((await verifyAdultConcerns()).find((one) => one.adultConcernId === id)).toMatchObject({ isWhole: true })
})

test('a low-level one may lie for half a term', async () => {
  const id = await decided('low_level')
  await moveClock('41 days')
  await climbAdults()
  expect([await climbsOf(id), await why('fatima', id)]).toEqual([[], undefined])
  await moveClock('2 days')
  await climbAdults()
  expect([(await climbsOf(id))[0], await why('fatima', id)]).toEqual(['reviewing: fatima,tom', 'again'])
})

test('a closing that nobody signs within a working day climbs, and whoever closed it sees that it is late; signed, it stops', async () => {
  const id = await decided('allegation')
  await closeAdultConcern(of('tom'), { ...step(id), outcome: 'unfounded', words: 'Nothing supports it.' })
  expect([await why('fatima', id), await why('tom', id)]).toEqual(['sign', undefined])
  await moveClock('5 days')
  await climbAdults()
  expect([await why('fatima', id), await why('tom', id)]).toEqual(['unsigned', 'unsigned'])
  expect((await climbsOf(id))[0]).toBe('signing: fatima,tom')
  await moveClock('9 days')
  await climbAdults()
  expect(await climbsOf(id)).toEqual(['signing: fatima,tom', 'signing: hana', 'signing: ella'])
  await signAdultClosing(of('fatima'), { ...step(id), words: '' })
  await moveClock('60 days')
  await climbAdults()
  expect([(await climbsOf(id)).length, await why('tom', id), (await adultsToday(of('ella'))).elsewhere.some((one) => one.id === id)]).toEqual([3, undefined, false])
})
