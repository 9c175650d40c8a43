import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import type { Calendar } from '../calendar/staffed-time.ts'
import { asSystem } from '../db/as-system.server.ts'
import { newId } from '../db/new-id.ts'
import { Forbidden } from '../errors.ts'
import { settings } from '../settings.server.ts'
import { climb, climbWhatWaits } from './climb.server.ts'
import { concernsWaiting } from './concerns-waiting.server.ts'
import { findConcern } from './find-concern.server.ts'
import { postAlertLetter } from './post-alert-letter.server.ts'
import { raiseConcern } from './raise-concern.server.ts'
import { receiveConcern } from './receive-concern.server.ts'
import { setClockTarget } from './set-clock-target.server.ts'
import { climbsAhead } from './climbs-ahead.ts'
import { peopleOn, type AdultToTell } from './states.ts'
import { takeOnConcern } from './take-on-concern.server.ts'

let cast: Cast
const alwaysOpen: Calendar = { timeZone: 'Europe/London', week: null, isOpenInHolidays: false, emergencyDuty: null, terms: [], closed: [] }
const of = (name: string) => cast.people[name]!
const raise = (danger: 'now' | 'soon' | 'not_now' | 'unsure' = 'soon', more: object = {}) => raiseConcern(of('jay'), { id: newId(), who: 'Wren', what: 'He is afraid to go home.', danger, ...more })
const climbed = (concernId: string) => asSystem('look in a test', (tx) => tx.concernClimb.findMany({ where: { concernId }, orderBy: [{ at: 'asc' }, { clock: 'asc' }] })).then((rows) => rows.map(({ clock, rung }) => `${clock} ${rung}`))
const told = (concernId: string, personId: string) => asSystem('look in a test', (tx) => tx.concernAlert.findMany({ where: { concernId, personId } })).then((rows) => rows.map((row) => row.rung).sort())

beforeAll(async () => { cast = await theCast() })
beforeEach(() => moveClock('0'))

test('nobody answers: deputies, then the head, then the delivery site, each once and in order', async () => {
  const id = await raise('soon')
  expect(await climb(id)).toEqual([])
  expect((await concernsWaiting(of('marcus')))[0]).toMatchObject({ climbsTo: 'Fatima and Tom', climbsAt: expect.any(Date) as unknown })
  await moveClock('14 minutes')
  expect(await climb(id)).toEqual([])
  await moveClock('2 minutes')
  expect((await climb(id)).map((step) => step.rung)).toEqual(['deputies'])
  expect(await climb(id)).toEqual([])
  expect(await told(id, of('hana').id)).toEqual([])
  await expect(findConcern(of('hana'), id)).rejects.toThrow()
  await moveClock('15 minutes')
  await climbWhatWaits()
  expect((await findConcern(of('hana'), id)).what).toBe('He is afraid to go home.')
  expect(await concernsWaiting(of('ella'))).toEqual([])
  await moveClock('15 minutes')
  await climbWhatWaits()
  expect(await concernsWaiting(of('ella'))).toMatchObject([{ concernId: id, organisationName: 'Riverside Academy', danger: null, raisedByName: null, openable: false, mayReceive: false }])
  expect(await climbed(id)).toEqual(['received deputies', 'received head', 'received delivery_site'])
  await takeOnConcern(of('hana'), { concernId: id, firstStep: 'Ring the duty social worker.' })
  expect(await concernsWaiting(of('ella'))).toEqual([])
  await moveClock('24 hours')
  await climbWhatWaits()
  expect(await climbed(id)).toHaveLength(3)
})

test('received is not taken on: the second clock climbs on its own, and taking on stops it', async () => {
  const id = await raise('soon')
  await receiveConcern(of('marcus'), { concernId: id })
  await moveClock('59 minutes')
  expect(await climb(id)).toEqual([])
  await moveClock('2 minutes')
  await climb(id)
  expect(await climbed(id)).toEqual(['taken_on deputies'])
  await takeOnConcern(of('tom'), { concernId: id, firstStep: 'See him at break.' })
  await moveClock('10 hours')
  await climb(id)
  expect(await climbed(id)).toEqual(['taken_on deputies'])
})

test('after an outage all that was missed happens at once, in the order it was due; two processes at once do it once', async () => {
  const id = await raise('now')
  await moveClock('31 minutes')
  await Promise.all([climb(id), climb(id), climbWhatWaits()])
  const lines = (await findConcern(of('fatima'), id)).chronology.filter((line) => line.kind === 'climbed')
  // received: 5, 10, 15; taken on: 15, 30 (45 is still ahead).
  expect(lines.map((line) => line.rung)).toEqual(['deputies', 'head', 'delivery_site', 'deputies', 'head'])
  expect(await told(id, of('fatima').id)).toEqual(['deputies', 'first'])
})

test('whoever it is about is on no rung, however far it climbs', async () => {
  const id = await raise('now', { isAboutAdult: true, keptFrom: [of('hana').id, of('tom').id] })
  await moveClock('2 hours')
  await climb(id)
  expect([await told(id, of('hana').id), await told(id, of('tom').id), await told(id, of('jay').id)]).toEqual([[], [], []])
  // The head's rung is empty, so whoever stands above is told in their place, at that moment.
  expect(await told(id, of('ella').id)).toEqual(['delivery_site'])
  for (const name of ['hana', 'tom']) expect((await concernsWaiting(of(name))).some((one) => one.concernId === id)).toBe(false)
})

test('a lead sets how long a clock runs, for their own setting only', async () => {
  await setClockTarget(of('fatima'), { organisationId: cast.riverside, clock: 'received', danger: 'unsure', minutes: 3 })
  const id = await raise('unsure')
  await moveClock('4 minutes')
  await climb(id)
  expect(await climbed(id)).toEqual(['received deputies'])
  for (const name of ['marcus', 'bea', 'hana', 'jay', 'grace']) await expect(setClockTarget(of(name), { organisationId: cast.riverside, clock: 'received', danger: 'now', minutes: 6 }), name).rejects.toThrow(Forbidden)
})

test('a letter leaves for each who was told, and says nothing of what it is about', async () => {
  const id = await raise('now')
  const jobs = await asSystem('look in a test', (tx) => tx.$queryRaw<{ data: { personId: string; rung: 'first'; concernId: string } }[]>`SELECT data FROM jobs.job WHERE name = 'safeguarding.alert-letter' AND data->>'concernId' = ${id}`)
  expect(jobs.map(({ data }) => data.personId).sort()).toEqual(['marcus', 'fatima', 'tom'].map((name) => of(name).id).sort())
  for (const { data } of jobs) await postAlertLetter(data)
  const folder = join(settings().dataDir, 'outbox')
  const letters = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')))
  expect(letters.map((letter) => /^To: (.*)$/m.exec(letter)![1]).sort()).toEqual(['fatima@riverside.example', 'marcus@riverside.example', 'tom@riverside.example'])
  for (const letter of letters) {
    expect(letter).toContain('Something in Belay needs you. Open Belay.')
    expect(letter).not.toMatch(/Jay|Wren|home|afraid|danger|concern from|Riverside Academy/i)
    expect(letter).not.toContain(id)
  }
  expect(await asSystem('look in a test', (tx) => tx.concernAlert.count({ where: { concernId: id, mailedAt: { not: null } } }))).toBe(3)
})

test('who is on a rung, as a table', () => {
  const adult = (personId: string, role: AdultToTell['role'], isHere = false): AdultToTell => ({ personId, name: personId, role, hereUntil: isHere ? new Date() : null })
  const adults = [adult('w1', 'youth_worker'), adult('w2', 'youth_worker', true), adult('lead', 'safeguarding_lead'), adult('deputy', 'deputy_lead'), adult('head', 'head'), adult('site', 'programme_lead')]
  const on = (rung: Parameters<typeof peopleOn>[0], keptFrom: string[] = [], raisedById: string | null = null) => peopleOn(rung, adults, { keptFrom, raisedById }).map((one) => one.personId).sort()
  expect(on('first')).toEqual(['deputy', 'lead', 'w2'])
  expect(on('first', ['w2'])).toEqual(['deputy', 'lead', 'w1'])
  expect(on('first', [], 'w2')).toEqual(['deputy', 'lead', 'w1'])
  expect(on('first', ['lead'])).toEqual(['deputy', 'head', 'w2'])
  expect(on('first', ['deputy'])).toEqual(['lead', 'w2'])
  expect(on('first', ['lead', 'deputy', 'head'])).toEqual(['w2'])
  expect(on('deputies', ['deputy'])).toEqual(['lead'])
  expect(on('head', ['head'])).toEqual([])
  expect(on('delivery_site')).toEqual(['site'])
})

test('the climbs ahead are ordered by when they are due', () => {
  const raisedAt = new Date('2026-11-24T12:00:00Z')
  const ahead = climbsAhead({ raisedAt, danger: 'now', receivedAt: null, takenOnAt: null, climbed: [] }, [], alwaysOpen)
  expect(ahead.map(({ clock, rung, at }) => `${(at.getTime() - raisedAt.getTime()) / 60_000} ${clock} ${rung}`)).toEqual([
    '5 received deputies', '10 received head', '15 received delivery_site', '15 taken_on deputies', '30 taken_on head', '45 taken_on delivery_site'])
  expect(climbsAhead({ raisedAt, danger: 'now', receivedAt: raisedAt, takenOnAt: raisedAt, climbed: [] }, [], alwaysOpen)).toEqual([])
})
