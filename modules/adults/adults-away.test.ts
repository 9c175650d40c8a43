import { afterEach, expect, test } from 'vitest'
import { moveClock } from '#tests/support/move-clock.ts'
import { onServer } from '#tests/support/template.ts'
import { theCast } from '#tests/support/cast.ts'
import { after, days, now } from '../clock.ts'
import { asSystem } from '../db/as-system.server.ts'
import { change } from '../db/change.server.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { schema } from '../jobs/boss.server.ts'
import { sayAway } from '../safeguarding/say-away.server.ts'
import { adultLadders } from './adult-ladders.server.ts'
import { adultsToday } from './adults-today.server.ts'
import { climbAdults } from './climb-adults.server.ts'
import { findAdultConcern } from './find-adult-concern.server.ts'
import { keepAdultConcernFrom } from './keep-adult-concern-from.server.ts'
import { findMyAdultConcern } from './my-adult-concerns.server.ts'
import { shareAdultConcern } from './share-adult-concern.server.ts'
import { verifyAdultConcerns } from './verify-adult-concerns.server.ts'
import { whoReadsWhileAway } from './who-keeps.ts'

const cast = await theCast()
const of = (name: string) => cast.people[name]!
const away = (who: string, cover: string) => sayAway(of(who), { id: newId(), organisationId: cast.riverside, personId: of(who).id, coverId: of(cover).id, startsAt: now(), endsAt: after(days(2)) })
const share = (by: string, more: object = {}) => shareAdultConcern(of(by), { id: newId(), organisationId: cast.riverside, danger: 'soon', what: 'What happened.', aboutId: of('marcus').id, ...more })
const toldOn = async (id: string) => (await asSystem('look in a test', (tx) => tx.adultLine.findMany({ where: { adultConcernId: id, kind: 'told' }, orderBy: { number: 'asc' } })))
  .map(({ facts }) => facts as { rung: string; people: string[]; isAway?: boolean }).map(({ rung, people, isAway }) => `${rung}${isAway ? ' at once' : ''}: ${people.map((one) => Object.entries(cast.people).find(([, { id }]) => id === one)![0]).sort().join()}`)
const letters = async (id: string) => (await onServer(databaseUrl(), `SELECT data->>'rung' || ' ' || lower(p.name) AS said FROM ${schema}.job j JOIN "Person" p ON p.id = (data->>'personId')::uuid WHERE j.name = 'adults.letter' AND data->>'adultConcernId' = '${id}'`)).rows.map((row) => (row as { said: string }).said).sort()

afterEach(async () => {
  await onServer(databaseUrl(), 'DELETE FROM "Absence"')
  await moveClock('0')
})

test('one of those who keep it is away: the other hears, and nobody above', async () => {
  await away('fatima', 'tom')
  const id = await share('jay')
  expect(await toldOn(id)).toEqual(['first: fatima,tom'])
  expect(whoReadsWhileAway((await adultLadders(of('jay'), [cast.riverside])).get(cast.riverside)!.adultLadder, [of('marcus').id])).toEqual([])
})

test('away, and the cover may not know of it: the head is told at once, reads it, gets a letter, and the form had said so', async () => {
  await away('fatima', 'tom')
  const keptFrom = [of('tom').id]
  const said = whoReadsWhileAway((await adultLadders(of('jay'), [cast.riverside])).get(cast.riverside)!.adultLadder, [...keptFrom, of('marcus').id])
  expect(said.map(({ name }) => name)).toEqual(['Hana'])
  const id = await share('jay', { keptFrom })
  expect(await toldOn(id)).toEqual(['first: fatima', 'head at once: hana'])
  expect(await letters(id)).toEqual(['first fatima', 'head hana'])
  expect((await findAdultConcern(of('hana'), id)).lines.find(({ isAway }) => isAway)).toMatchObject({ kind: 'told', people: ['Hana'], byName: null })
  expect((await findMyAdultConcern(of('jay'), id))?.toldNames).toEqual(['Fatima', 'Hana'])
  await expect(findAdultConcern(of('tom'), id)).rejects.toThrow()
  expect((await verifyAdultConcerns()).find((one) => one.adultConcernId === id)).toMatchObject({ isWhole: true })
})

test('it turns out to be about the one who is there: the head is told at once, and once', async () => {
  const id = await share('jay')
  await away('fatima', 'tom')
  await keepAdultConcernFrom(of('tom'), { id: newId(), adultConcernId: id, personId: of('tom').id, words: 'He is my brother.' })
  expect(await toldOn(id)).toEqual(['first: fatima,tom', 'head at once: hana'])
  expect(await letters(id)).toContain('head hana')
  await keepAdultConcernFrom(of('hana'), { id: newId(), adultConcernId: id, personId: of('helen').id, words: 'A friend.' })
  expect((await toldOn(id)).length).toBe(2)
  expect((await verifyAdultConcerns()).find((one) => one.adultConcernId === id)).toMatchObject({ isWhole: true })
})

test('kept from the only other one who keeps it: the head reads it too, so that nobody weighs and closes it alone', async () => {
  const id = await share('jay')
  await keepAdultConcernFrom(of('fatima'), { id: newId(), adultConcernId: id, personId: of('tom').id, words: 'He knows her.' })
  expect(await toldOn(id)).toEqual(['first: fatima,tom', 'head at once: hana'])
  expect(await letters(id)).toContain('head hana')
  expect((await findAdultConcern(of('hana'), id)).can).toContain('held')
  expect((await verifyAdultConcerns()).find((one) => one.adultConcernId === id)).toMatchObject({ isWhole: true })
})

test('whoever keeps it and wrote it down is there; a clock that calls people who are all away calls the head too; round the head only the delivery site is left, which hears that it waits', async () => {
  await away('tom', 'fatima')
  expect(await toldOn(await share('fatima'))).toEqual(['first: tom'])
  const id = await share('jay', { keptFrom: [of('fatima').id, of('hana').id] })
  // Round the head it was the delivery site’s from the first.
  expect(await toldOn(id)).toEqual(['first: ella'])
  const late = await share('jay', { aboutId: undefined, aboutName: 'A coach', keptFrom: [of('tom').id] })
  await onServer(databaseUrl(), 'DELETE FROM "Absence"')
  await away('fatima', 'tom')
  await moveClock('20 minutes')
  await climbAdults()
  expect(await toldOn(late)).toEqual(['first: fatima', 'head at once: hana'])
  expect((await adultsToday(of('hana'))).mine.some((one) => one.id === late)).toBe(true)
  expect((await verifyAdultConcerns()).filter(({ isWhole }) => !isWhole)).toEqual([])
})

test('nobody asks the database who was told above but whoever took the step', async () => {
  await away('fatima', 'tom')
  const id = await share('jay', { keptFrom: [of('tom').id] })
  const asked = (name: string) => change(of(name), (tx) => tx.$queryRawUnsafe<unknown[]>(`SELECT * FROM app.adults_told_above('${id}')`))
  expect(await Promise.all(['jay', 'tom', 'marcus', 'bea', 'amara'].map(async (name) => (await asked(name)).length))).toEqual([1, 0, 0, 0, 0])
  await expect(change(of('jay'), (tx) => tx.$executeRawUnsafe(`SELECT app.tell_adults_above('${id}', 'told', '{"rung":"first"}', 'waiting', now())`))).rejects.toThrow(/permission/)
})
