import { expect, test } from 'vitest'
import { newId } from '#modules/db/new-id.ts'
import { change } from '#modules/db/change.server.ts'
import { databaseUrl } from '#modules/db/clients.server.ts'
import { Conflict, Forbidden, NotFound } from '#modules/errors.ts'
import { onServer } from '#tests/support/template.ts'
import { taken } from '#tests/support/a-case.ts'
import { theCast } from '#tests/support/cast.ts'
import { now } from '../clock.ts'
import { localOf } from '../cohorts/timetable.ts'
import { viewerOf } from '../identity/viewer-of.server.ts'
import { myConcerns } from '../safeguarding/my-concerns.server.ts'
import { concernsWaiting } from '../safeguarding/concerns-waiting.server.ts'
import { findConcern } from '../safeguarding/find-concern.server.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { adultRegister } from './adult-register.server.ts'
import { adultsToday } from './adults-today.server.ts'
import { askSharer } from './ask-sharer.server.ts'
import { bringInToAdultConcern } from './bring-in-to-adult-concern.server.ts'
import { closeAdultConcern } from './close-adult-concern.server.ts'
import { findAdultConcern } from './find-adult-concern.server.ts'
import { handOn } from './hand-on.server.ts'
import { holdAdultConcern } from './hold-adult-concern.server.ts'
import { keepAdultConcernFrom } from './keep-adult-concern-from.server.ts'
import { findMyAdultConcern, myHandedOn } from './my-adult-concerns.server.ts'
import { noteOnAdultConcern } from './note-on-adult-concern.server.ts'
import { reopenAdultConcern } from './reopen-adult-concern.server.ts'
import { shareAdultConcern } from './share-adult-concern.server.ts'
import { signAdultClosing } from './sign-adult-closing.server.ts'
import { strikeAdultLine } from './strike-adult-line.server.ts'
import { verifyAdultConcerns } from './verify-adult-concerns.server.ts'
import { weighAdultConcern } from './weigh-adult-concern.server.ts'
import { writeDownLado } from './write-down-lado.server.ts'

const cast = await theCast()
const of = (name: string) => cast.people[name]!
const idOf = (name: string) => of(name).id
const words = 'What had to be said.'
const step = (adultConcernId: string) => ({ id: newId(), adultConcernId })
const share = (by: string, more: object = {}) => shareAdultConcern(of(by), { id: newId(), danger: 'not_now', what: 'He takes photos with his own phone.', child: 'Wren', aboutId: idOf('marcus'), ...more })
const everybody = Object.keys(cast.people)
const opened = async (id: string) => (await Promise.all(everybody.map(async (name) => ((await findAdultConcern(of(name), id).catch((error: unknown) => { if (!(error instanceof NotFound)) throw error })) ? [name] : [])))).flat().sort()
const listed = async (id: string) => (await Promise.all(everybody.map(async (name) => ((await adultRegister(of(name))).rows.some((row) => row.id === id) ? [name] : [])))).flat().sort()

test('it goes to the leads alone: whoever shared it sees who has it, and the adult, their colleagues and the head see nothing, not even a count', async () => {
  const before = await Promise.all(everybody.map(async (name) => (await concernsWaiting(of(name))).length))
  const id = await share('amara')
  expect(await opened(id)).toEqual(['fatima', 'tom'])
  expect(await listed(id)).toEqual(['fatima', 'tom'])
  expect(await Promise.all(everybody.map(async (name) => (await concernsWaiting(of(name))).length))).toEqual(before)
  for (const name of everybody) expect((await adultsToday(of(name))).mine.some((one) => one.id === id), name).toBe(['fatima', 'tom'].includes(name))
  expect(await findMyAdultConcern(of('amara'), id)).toMatchObject({ toldNames: ['Fatima', 'Tom'], takenOnByName: null })
  await holdAdultConcern(of('fatima'), step(id))
  expect(await findMyAdultConcern(of('amara'), id)).toMatchObject({ takenOnByName: 'Fatima' })
  expect((await myHandedOn(of('amara')))[0]).toMatchObject({ concernId: id, takenOnByName: 'Fatima' })
  expect((await myConcerns(of('amara'))).some((one) => one.concernId === id)).toBe(false)
  expect(await findMyAdultConcern(of('jay'), id)).toBeNull()
  const record = await findAdultConcern(of('tom'), id)
  expect(record).toMatchObject({ who: 'Marcus', child: 'Wren', sharedBy: 'Amara', about: { name: 'Marcus', age: null }, state: 'held', holderName: 'Fatima', keptFromNames: ['Marcus'] })
  expect(record.lines.map(({ kind }) => kind).filter((kind) => kind !== 'looked')).toEqual(['raised', 'told', 'held'])
})

test('about a lead, or somebody close to one, it is the head’s; about the head, and about both, the delivery site’s', async () => {
  for (const [about, close, readers] of [['fatima', [], ['hana']], ['marcus', ['fatima'], ['hana']], ['tom', [], ['fatima']], ['hana', [], ['ella']], ['hana', ['fatima'], ['ella']], ['marcus', ['hana'], ['ella']]] as const) {
    const id = await share('jay', { aboutId: idOf(about), keptFrom: close.map(idOf) })
    expect(await opened(id), `${about} ${close.join()}`).toEqual(readers)
    expect((await findMyAdultConcern(of('jay'), id))!.toldNames.map((name) => name.toLowerCase())).toEqual(readers)
  }
  // Hugo is head and deputy of his club.
  expect(await opened(await shareAdultConcern(of('zia'), { id: newId(), danger: 'soon', what: words, aboutId: idOf('hugo') }))).toEqual(['ella'])
})

test('whoever it turns out to be about is out from then on, and it goes round them, with a line that says so', async () => {
  const id = await share('kofi', { aboutId: undefined, aboutName: 'The one who runs the office on Fridays' })
  await holdAdultConcern(of('fatima'), step(id))
  await keepAdultConcernFrom(of('tom'), { ...step(id), personId: idOf('fatima'), isAbout: 'yes', words })
  expect(await opened(id)).toEqual(['hana', 'tom'])
  const record = await findAdultConcern(of('hana'), id)
  expect(record).toMatchObject({ about: { name: 'Fatima' }, state: 'waiting', holderName: null, keptFromNames: ['Fatima'] })
  await expect(noteOnAdultConcern(of('fatima'), { ...step(id), words })).rejects.toThrow(NotFound)
  await expect(keepAdultConcernFrom(of('hana'), { ...step(id), personId: idOf('amara'), isAbout: 'yes', words })).rejects.toThrow(/under 18/)
})

test('somebody can share what they did themselves: they see who has it and read nothing', async () => {
  const id = await share('fatima', { aboutId: idOf('fatima'), isApart: true })
  expect(await opened(id)).toEqual(['hana'])
  expect(await findAdultConcern(of('hana'), id)).toMatchObject({ isSelf: true, isApart: false, sharedBy: 'Fatima' })
  expect(await findMyAdultConcern(of('fatima'), id)).toMatchObject({ toldNames: ['Hana'] })
})

test('a name that is kept apart is shown to whoever asks, with a reason, and to nobody else', async () => {
  const id = await share('jay', { isApart: true, toldBy: 'Ms Brook, in the staff room' })
  expect(await findAdultConcern(of('fatima'), id)).toMatchObject({ isApart: true, sharedBy: null, toldBy: null })
  expect((await findAdultConcern(of('fatima'), id)).lines.some(({ byName }) => byName === 'Jay')).toBe(false)
  await askSharer(of('fatima'), { ...step(id), words })
  expect(await findAdultConcern(of('fatima'), id)).toMatchObject({ sharedBy: 'Jay', toldBy: 'Ms Brook, in the staff room' })
  const seenByTom = await findAdultConcern(of('tom'), id)
  expect(seenByTom).toMatchObject({ sharedBy: null, toldBy: null })
  expect(seenByTom.lines.some(({ kind, byName }) => kind === 'asked-sharer' && byName === 'Fatima')).toBe(true)
  await expect(askSharer(of('fatima'), { ...step(await share('kofi')), words })).rejects.toThrow(Forbidden)
})

test('a peer mentor under 18 never goes there; one of 18 does, with a note of their age', async () => {
  const id = await handOn(of('jay'), { id: newId(), who: 'Wren', what: words, danger: 'soon', isAboutAdult: true, aboutId: idOf('amara') })
  expect((await concernsWaiting(of('fatima'))).some((one) => one.concernId === id)).toBe(true)
  expect(await findMyAdultConcern(of('jay'), id)).toBeNull()
  const other = await handOn(of('jay'), { id: newId(), who: 'Wren', what: words, danger: 'soon', isAboutAdult: true, aboutId: idOf('priya') })
  expect(await findAdultConcern(of('tom'), other)).toMatchObject({ about: { name: 'Priya', age: 19 }, child: 'Wren' })
})

test('an allegation: the LADO is told, it is closed with reasons, and a second signs; at each step the wrong one is refused', async () => {
  const id = await share('jay')
  await expect(weighAdultConcern(of('fatima'), { ...step(id), weight: 'low_level', reasons: words })).rejects.toThrow(Conflict)
  await holdAdultConcern(of('fatima'), step(id))
  await expect(holdAdultConcern(of('tom'), step(id))).rejects.toThrow(/has it already/)
  await expect(weighAdultConcern(of('fatima'), { ...step(id), weight: 'allegation', reasons: words })).rejects.toThrow()
  await weighAdultConcern(of('fatima'), { ...step(id), weight: 'allegation', harm: 'risk', reasons: words })
  await weighAdultConcern(of('fatima'), { ...step(id), weight: 'low_level', reasons: 'It looked worse than it was.' })
  await expect(closeAdultConcern(of('fatima'), { ...step(id), outcome: 'unfounded', words })).rejects.toThrow(/LADO/)
  await writeDownLado(of('fatima'), { ...step(id), happenedAt: localOf(now(), 'Europe/London'), who: 'Duty LADO', reference: 'L-1', words: 'Not for them.' })
  await closeAdultConcern(of('fatima'), { ...step(id), outcome: 'unfounded', words })
  expect(await findAdultConcern(of('fatima'), id)).toMatchObject({ state: 'closing', needsSecond: true })
  await expect(signAdultClosing(of('fatima'), step(id))).rejects.toThrow(Forbidden)
  await expect(signAdultClosing(of('hana'), step(id))).rejects.toThrow(NotFound)
  await bringInToAdultConcern(of('fatima'), { ...step(id), personId: idOf('hana'), words })
  await signAdultClosing(of('hana'), step(id))
  await reopenAdultConcern(of('tom'), { ...step(id), words })
  expect(await findAdultConcern(of('tom'), id)).toMatchObject({ state: 'weighed', holderName: 'Tom' })
})

test('sent twice, at once or one after the other, it is one; and of two who say “I have it”, one does', async () => {
  const form = { id: newId(), danger: 'soon' as const, what: words, aboutId: idOf('marcus') }
  expect(new Set(await Promise.all([1, 2, 3].map(() => shareAdultConcern(of('jay'), form))))).toEqual(new Set([form.id]))
  // The same id from somebody else is another one, and not lost.
  expect(await shareAdultConcern(of('kofi'), form)).not.toBe(form.id)
  const answers = await Promise.allSettled([holdAdultConcern(of('fatima'), step(form.id)), holdAdultConcern(of('tom'), step(form.id))])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const note = { ...step(form.id), words }
  await Promise.all([noteOnAdultConcern(of('tom'), note), noteOnAdultConcern(of('tom'), note)])
  const { lines } = await findAdultConcern(of('tom'), form.id)
  expect(lines.filter(({ kind }) => kind === 'note')).toHaveLength(1)
  await strikeAdultLine(of('fatima'), { ...step(form.id), line: lines.find(({ kind }) => kind === 'note')!.number, words })
  expect((await findAdultConcern(of('tom'), form.id)).lines.find(({ kind }) => kind === 'note')).toMatchObject({ isStruck: true, mayStrike: false })
})

test('somebody of another setting, and somebody whose role has ended, read nothing and share nothing there', async () => {
  await expect(share('zia', { organisationId: cast.riverside })).rejects.toThrow(Forbidden)
  const id = await share('jay')
  const server = (sql: string) => onServer(databaseUrl(), sql)
  await server(`UPDATE "Membership" SET "endsAt" = app.now() - interval '1 minute' WHERE "personId" = '${idOf('tom')}'`)
  await expect(findAdultConcern(await viewerOf(idOf('tom')), id)).rejects.toThrow(NotFound)
  await server(`UPDATE "Membership" SET "endsAt" = NULL WHERE "personId" = '${idOf('tom')}'`)
})

test('found in a child’s concern, it goes into the register, and there stays a line that points and names nobody', async () => {
  const concernId = await taken()
  const form = { id: newId(), danger: 'soon' as const, what: 'She said that Marcus did it.', aboutId: idOf('marcus'), organisationId: cast.riverside, concernId }
  await shareAdultConcern(of('fatima'), form)
  await shareAdultConcern(of('fatima'), form)
  const pointed = (await findConcern(of('tom'), concernId)).chronology.filter(({ kind }) => kind === 'pointed')
  expect(pointed).toMatchObject([{ byName: 'Fatima', says: [], people: [] }])
  expect((await findAdultConcern(of('tom'), form.id)).foundIn).toEqual({ concernId })
  expect(await verifyChronology('system', concernId)).toMatchObject({ isWhole: true })
  for (const name of ['marcus', 'jay', 'hana']) await expect(shareAdultConcern(of(name), { ...form, id: newId() }), name).rejects.toThrow(/42501|not yours/)
})

test('nobody writes any of its tables by hand, whoever they are', async () => {
  const id = await share('jay')
  for (const sql of [`INSERT INTO "AdultKeptFrom" VALUES ('${id}', '${idOf('tom')}', '${cast.riverside}')`, `UPDATE "AdultHead" SET state = 'closed'`, `DELETE FROM "AdultLine"`, `INSERT INTO "AdultTold" ("adultConcernId", "personId", rung, "organisationId") VALUES ('${id}', '${idOf('fatima')}', 'first', '${cast.riverside}')`,
    `UPDATE "AdultSharer" SET "isApart" = false`, `SELECT app.chain_adult_line('${id}', '${newId()}', 'note', NULL, '{}', NULL, 'closed')`, `SELECT app.climb_adult('${id}', 'held', 'head')`, `SELECT app.add_adult_line('${newId()}', '${id}', 'told', '{}', '\\x00')`])
    await expect(change(of('fatima'), (tx) => tx.$executeRawUnsafe(sql)), sql).rejects.toThrow(/42501|permission denied|not a line/)
  await expect(change(of('marcus'), (tx) => tx.$executeRawUnsafe(`SELECT app.add_adult_line('${newId()}', '${id}', 'looked', '{}', NULL)`))).rejects.toThrow(/not a line/)
})

test('every record is whole', async () => {
  const verdicts = await verifyAdultConcerns()
  expect(verdicts.length).toBeGreaterThan(10)
  expect(verdicts.filter(({ isWhole }) => !isWhole)).toEqual([])
})
