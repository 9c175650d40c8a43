import { expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { onServer } from '#tests/support/template.ts'
import { after, days, now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { viewerOf } from '../identity/viewer-of.server.ts'
import { schema } from '../jobs/boss.server.ts'
import { sayAway } from '../safeguarding/say-away.server.ts'
import { addToAdultConcern } from './add-to-adult-concern.server.ts'
import { adultsToday } from './adults-today.server.ts'
import { closeAdultConcern } from './close-adult-concern.server.ts'
import { findAdultConcern } from './find-adult-concern.server.ts'
import { holdAdultConcern } from './hold-adult-concern.server.ts'
import { keepAdultConcernFrom } from './keep-adult-concern-from.server.ts'
import { findMyAdultConcern } from './my-adult-concerns.server.ts'
import { noteOnAdultConcern } from './note-on-adult-concern.server.ts'
import { shareAdultConcern } from './share-adult-concern.server.ts'
import { verifyAdultConcerns } from './verify-adult-concerns.server.ts'
import { weighAdultConcern } from './weigh-adult-concern.server.ts'

const cast = await theCast()
const of = (name: string) => cast.people[name]!
const words = 'He has written again, at midnight.'
const step = (adultConcernId: string) => ({ id: newId(), adultConcernId })
const share = (by: string, more: object = {}) => shareAdultConcern(of(by), { id: newId(), danger: 'not_now', what: 'He texts her.', aboutId: of('marcus').id, ...more })
const added = async (by: string, id: string) => (await findAdultConcern(of(by), id)).lines.filter(({ kind }) => kind === 'added')
const lettersTo = async (name: string, id: string) => (await onServer(databaseUrl(), `SELECT FROM ${schema}.job WHERE name = 'adults.letter' AND data->>'adultConcernId' = '${id}' AND data->>'personId' = '${of(name).id}'`)).rowCount
const mine = async (name: string, id: string) => (await findMyAdultConcern(of(name), id))!.aboutAdult

test('whoever shared it adds to it; who keeps it reads it, they see only that they did; sent twice and at once it is one', async () => {
  const id = await share('jay')
  const form = { ...step(id), words }
  await Promise.all([addToAdultConcern(of('jay'), form), addToAdultConcern(of('jay'), form)])
  await addToAdultConcern(of('jay'), form)
  expect(await added('tom', id)).toMatchObject([{ byName: 'Jay', says: [{ text: words }] }])
  expect(await mine('jay', id)).toEqual({ isShut: false, added: [{ id: form.id, at: expect.any(Date) as unknown }] })
  expect(JSON.stringify(await findMyAdultConcern(of('jay'), id))).not.toContain('midnight')
  expect(await read(of('jay'), (tx) => Promise.all([tx.adultLine.count({ where: { adultConcernId: id } }), tx.rowKey.count({ where: { rowId: form.id } })]))).toEqual([0, 0])
  expect(await read(of('jay'), (tx) => tx.act.count({ where: { kind: 'concern.added-to', subjectId: id } }))).toBe(1)
  await expect(addToAdultConcern(of('jay'), { ...step(id), words: ' ' })).rejects.toThrow(/few words/)
  expect((await verifyAdultConcerns()).find((one) => one.adultConcernId === id)).toMatchObject({ isWhole: true })
})

test('nobody else adds to it, not whoever keeps it, nor who has left, nor by hand', async () => {
  const id = await share('jay')
  for (const name of ['fatima', 'marcus', 'amara', 'bea', 'grace']) await expect(addToAdultConcern(of(name), { ...step(id), words }), name).rejects.toThrow(NotFound)
  const byHand = (name: string, sql: string) => change(of(name), (tx) => tx.$executeRawUnsafe(sql))
  await expect(byHand('marcus', `SELECT * FROM app.add_to_adult_concern('${newId()}', '${id}', '\\x00')`)).rejects.toThrow(/not yours/)
  await expect(byHand('jay', `SELECT * FROM app.add_to_adult_concern('${newId()}', '${id}', NULL)`)).rejects.toThrow(/not yours/)
  await expect(byHand('fatima', `SELECT app.add_adult_line('${newId()}', '${id}', 'added', '{}', '\\x00')`)).rejects.toThrow(/not a line/)
  await onServer(databaseUrl(), `UPDATE "Membership" SET "endsAt" = app.now() WHERE "personId" = '${of('jay').id}'`)
  await expect(addToAdultConcern(await viewerOf(of('jay').id), { ...step(id), words })).rejects.toThrow(Forbidden)
  await onServer(databaseUrl(), `UPDATE "Membership" SET "endsAt" = NULL WHERE "personId" = '${of('jay').id}'`)
})

test('where the name is kept apart, what is added does not say it', async () => {
  const id = await share('jay', { isApart: true })
  await addToAdultConcern(of('jay'), { ...step(id), words })
  expect((await added('fatima', id)).map(({ byName }) => byName)).toEqual([null])
  expect(await read(of('fatima'), (tx) => tx.act.count({ where: { subjectId: id, byId: of('jay').id } }))).toBe(0)
})

test('while it waits its clocks run; whoever has it gets a letter, once until they looked, and it stands on their Today', async () => {
  const id = await share('jay', { aboutId: of('grace').id })
  const before = await lettersTo('fatima', id)
  await addToAdultConcern(of('jay'), { ...step(id), words })
  expect(await lettersTo('fatima', id)).toBe(before)
  await holdAdultConcern(of('fatima'), step(id))
  await weighAdultConcern(of('fatima'), { ...step(id), weight: 'low_level', reasons: 'A phone, once.' })
  const why = async () => (await adultsToday(of('fatima'))).mine.find((one) => one.id === id)?.why ?? null
  expect(await why()).toBeNull()
  await addToAdultConcern(of('jay'), { ...step(id), words })
  await addToAdultConcern(of('jay'), { ...step(id), words })
  expect([await lettersTo('fatima', id), await lettersTo('tom', id), await why()]).toEqual([before! + 1, before, 'added'])
  for (const sent of [2, 3]) {
    await findAdultConcern(of('fatima'), id)
    expect(await why(), 'read, also again within the same quarter of an hour').toBeNull()
    await addToAdultConcern(of('jay'), { ...step(id), words })
    expect([await lettersTo('fatima', id), await why()]).toEqual([before! + sent, 'added'])
  }
})

test('what somebody added themselves is no news to them, also where they keep it', async () => {
  const id = await share('fatima', { organisationId: cast.riverside, aboutId: undefined, aboutName: 'A coach' })
  await holdAdultConcern(of('fatima'), step(id))
  await weighAdultConcern(of('fatima'), { ...step(id), weight: 'low_level', reasons: 'A phone, once.' })
  const why = async () => (await adultsToday(of('fatima'))).mine.find((one) => one.id === id)?.why ?? null
  await addToAdultConcern(of('fatima'), { ...step(id), words })
  expect(await why()).toBeNull()
})

test('once it is closed nothing is added, and the page says what to do; whom it turned out to be about is told nothing of that', async () => {
  const closed = async (id: string) => {
    await holdAdultConcern(of('tom'), step(id))
    await weighAdultConcern(of('tom'), { ...step(id), weight: 'low_level', reasons: 'A phone, once.' })
    await closeAdultConcern(of('tom'), { ...step(id), outcome: 'spoken', words })
  }
  const id = await share('jay')
  await closed(id)
  expect(await mine('jay', id)).toMatchObject({ isShut: true })
  await expect(addToAdultConcern(of('jay'), { ...step(id), words })).rejects.toThrow(Conflict)
  expect(await added('tom', id)).toEqual([])

  const own = await share('helen', { organisationId: cast.riverside, aboutId: undefined, aboutName: 'A volunteer' })
  await keepAdultConcernFrom(of('tom'), { ...step(own), personId: of('helen').id, isAbout: 'yes', words })
  await closed(own)
  expect(await mine('helen', own)).toMatchObject({ isShut: false })
  await addToAdultConcern(of('helen'), { ...step(own), words })
  expect([(await added('tom', own)).length, (await findAdultConcern(of('tom'), own)).state]).toEqual([1, 'closed'])
  await noteOnAdultConcern(of('tom'), { ...step(own), words })
  expect((await verifyAdultConcerns()).filter(({ isWhole }) => !isWhole)).toEqual([])
})

test('whoever has it is away: everybody who keeps it gets the letter and sees it on Today, until they looked', async () => {
  const id = await share('jay', { aboutId: of('grace').id })
  await holdAdultConcern(of('fatima'), step(id))
  await weighAdultConcern(of('fatima'), { ...step(id), weight: 'low_level', reasons: 'A phone, once.' })
  await sayAway(of('fatima'), { id: newId(), organisationId: cast.riverside, personId: of('fatima').id, coverId: of('tom').id, startsAt: now(), endsAt: after(days(2)) })
  const before = await lettersTo('tom', id)
  const why = async (name: string) => (await adultsToday(of(name))).mine.find((one) => one.id === id)?.why ?? null
  expect(await why('tom')).toBeNull()
  await addToAdultConcern(of('jay'), { ...step(id), words })
  expect([await lettersTo('tom', id), await why('tom'), await why('fatima')]).toEqual([before! + 1, 'added', 'added'])
  await findAdultConcern(of('tom'), id)
  expect([await why('tom'), await why('fatima')]).toEqual([null, 'added'])
  await onServer(databaseUrl(), 'DELETE FROM "Absence"')
})

test('what is added when it is closed stands on Today of everybody who keeps it, until one of them looked', async () => {
  const id = await share('helen', { organisationId: cast.riverside, aboutId: undefined, aboutName: 'A volunteer' })
  await keepAdultConcernFrom(of('tom'), { ...step(id), personId: of('helen').id, isAbout: 'yes', words })
  await holdAdultConcern(of('tom'), step(id))
  await weighAdultConcern(of('tom'), { ...step(id), weight: 'low_level', reasons: 'A phone, once.' })
  await closeAdultConcern(of('tom'), { ...step(id), outcome: 'spoken', words })
  const on = async (name: string) => (await adultsToday(of(name))).mine.some((one) => one.id === id)
  expect(await on('fatima')).toBe(false)
  await addToAdultConcern(of('helen'), { ...step(id), words })
  expect([await on('tom'), await on('fatima'), await on('helen')]).toEqual([true, true, false])
  await findAdultConcern(of('fatima'), id)
  expect([await on('tom'), await on('fatima')]).toEqual([false, false])
})

test('whose name is kept apart is not told by a letter that does not go: whoever has it and shared it gets one, as if it were another', async () => {
  const id = await share('fatima', { isApart: true, aboutId: of('grace').id })
  await holdAdultConcern(of('fatima'), step(id))
  await weighAdultConcern(of('fatima'), { ...step(id), weight: 'low_level', reasons: 'A phone, once.' })
  const before = await lettersTo('fatima', id)
  await addToAdultConcern(of('fatima'), { ...step(id), words })
  expect(await lettersTo('fatima', id)).toBe(before! + 1)
})
