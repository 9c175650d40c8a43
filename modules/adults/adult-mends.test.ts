import { expect, test } from 'vitest'
import { change } from '#modules/db/change.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { Conflict, NotFound } from '#modules/errors.ts'
import { cast, of, step as caseStep, taken } from '#tests/support/a-case.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { onServer } from '#tests/support/template.ts'
import { keepFrom } from '../cases/keep-from.server.ts'
import { now } from '../clock.ts'
import { localOf } from '../cohorts/timetable.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { schema } from '../jobs/boss.server.ts'
import { viewerOf } from '../identity/viewer-of.server.ts'
import { findConcern } from '../safeguarding/find-concern.server.ts'
import { adultsToday } from './adults-today.server.ts'
import { bringInToAdultConcern } from './bring-in-to-adult-concern.server.ts'
import { climbAdults } from './climb-adults.server.ts'
import { closeAdultConcern } from './close-adult-concern.server.ts'
import { findAdultConcern } from './find-adult-concern.server.ts'
import { handOn } from './hand-on.server.ts'
import { holdAdultConcern } from './hold-adult-concern.server.ts'
import { keepAdultConcernFrom } from './keep-adult-concern-from.server.ts'
import { findMyAdultConcern } from './my-adult-concerns.server.ts'
import { noteOnAdultConcern } from './note-on-adult-concern.server.ts'
import { reopenAdultConcern } from './reopen-adult-concern.server.ts'
import { shareAdultConcern } from './share-adult-concern.server.ts'
import { signAdultClosing } from './sign-adult-closing.server.ts'
import { verifyAdultConcerns } from './verify-adult-concerns.server.ts'
import { weighAdultConcern } from './weigh-adult-concern.server.ts'
import { writeDownLado } from './write-down-lado.server.ts'

const asOwner = (sql: string) => onServer(databaseUrl(), sql)
const words = 'What had to be said.'
const idOf = (name: string) => of(name).id
const step = (adultConcernId: string) => ({ id: newId(), adultConcernId })
const share = (by: string, more: object = {}) => shareAdultConcern(of(by), { id: newId(), danger: 'not_now', what: words, aboutId: idOf('marcus'), ...more })
const opens = async (names: readonly string[], id: string) => (await Promise.all(names.map(async (name) => ((await findAdultConcern(await viewerOf(idOf(name)), id).catch((error: unknown) => { if (!(error instanceof NotFound)) throw error })) ? [name] : [])))).flat().sort()
const everybody = Object.keys(cast.people)
const count = async (sql: string) => ((await asOwner(sql)).rows as { n: number }[])[0]!.n
const lettersTo = (name: string, id: string) => count(`SELECT count(*)::int AS n FROM ${schema}.job WHERE name = 'adults.letter' AND data->>'adultConcernId' = '${id}' AND data->>'personId' = '${idOf(name)}'`)
const lado = (id: string, by = 'fatima') => writeDownLado(of(by), { ...step(id), happenedAt: localOf(now(), 'Europe/London'), who: 'Duty LADO', words: 'Not for them.' })

/** For as long as something is so in the database, and then as it was. */
async function whileSo(sql: string, back: string, work: () => Promise<void>) {
  await asOwner(sql)
  try { await work() } finally { await asOwner(back) }
}

test('in a setting that stands alone it goes round its lead to its head', () =>
  whileSo(`UPDATE "Organisation" SET "supportedById" = NULL WHERE id = '${cast.riverside}'`, `UPDATE "Organisation" SET "supportedById" = '${cast.eastside}' WHERE id = '${cast.riverside}'`, async () => {
    expect(await opens(everybody, await share('jay', { aboutId: idOf('fatima') }))).toEqual(['hana'])
  }))

test('about somebody whose role has ended, it is not opened to the people it went round', async () => {
  const id = await share('jay', { aboutId: idOf('fatima') })
  await whileSo(`UPDATE "Membership" SET "endsAt" = app.now() - interval '1 minute' WHERE "personId" = '${idOf('fatima')}'`, `UPDATE "Membership" SET "endsAt" = NULL WHERE "personId" = '${idOf('fatima')}'`, async () => {
    expect(await opens(['tom', 'hana', 'fatima'], id)).toEqual(['hana'])
  })
})

test('the delivery site’s own head reads what goes round the head of a setting, takes steps in it, and sees whose it is', () =>
  whileSo(`INSERT INTO "Membership" (id, "personId", "organisationId", role, "startsAt") VALUES (uuidv7(), '${idOf('noor')}', '${cast.eastside}', 'head', app.now() - interval '1 day')`, `DELETE FROM "Membership" WHERE "personId" = '${idOf('noor')}' AND role = 'head'`, async () => {
    const id = await share('jay', { aboutId: idOf('hana') })
    expect(await opens(everybody, id)).toEqual(['noor'])
    const noor = await viewerOf(idOf('noor'))
    await holdAdultConcern(noor, step(id))
    await noteOnAdultConcern(noor, { ...step(id), words })
    expect(await findAdultConcern(noor, id)).toMatchObject({ organisationName: 'Riverside Academy', isMine: true, state: 'held' })
  }))

test('a child’s concern points only where nobody reads it from whom the register keeps it, says not which, and keeps from the register whom it is kept from itself', async () => {
  const pointers = async (concernId: string) => ((await asOwner(`SELECT facts FROM "ChronologyEntry" WHERE "concernId" = '${concernId}' AND kind = 'pointed'`)).rows as { facts: object }[]).map(({ facts }) => facts)
  const found = (concernId: string, more: object) => share('tom', { organisationId: cast.riverside, concernId, ...more })
  const one = await taken()
  await keepFrom(of('fatima'), { ...caseStep(one), personId: idOf('hana'), words })
  const id = await found(one, {})
  expect(await pointers(one)).toEqual([{}])
  // Round the head, whom the child’s concern is kept from: to the delivery site.
  expect((await findAdultConcern(of('ella'), id)).keptFromNames.sort()).toEqual(['Hana', 'Marcus'])
  const other = await taken()
  await found(other, { aboutId: idOf('fatima') })
  await found(other, { isApart: true })
  expect(await pointers(other)).toEqual([])
  expect((await findConcern(of('fatima'), other)).chronology.some(({ kind }) => kind === 'pointed')).toBe(false)
})

test('it turns out to be about who holds it: nobody has it, who keeps it now gets a letter, and its clocks begin anew', async () => {
  const id = await share('jay', { danger: 'soon', aboutId: undefined, aboutName: 'The one at the office' })
  await moveClock('50 minutes')
  await climbAdults()
  await holdAdultConcern(of('fatima'), step(id))
  const climbs = () => count(`SELECT count(*)::int AS n FROM "AdultClimb" WHERE "adultConcernId" = '${id}'`)
  expect([await climbs(), await lettersTo('ella', id)]).toEqual([3, 1])
  await keepAdultConcernFrom(of('tom'), { ...step(id), personId: idOf('fatima'), isAbout: 'yes', words })
  expect(await findAdultConcern(of('hana'), id)).toMatchObject({ state: 'waiting', holderName: null })
  expect((await adultsToday(of('hana'))).mine).toContainEqual(expect.objectContaining({ id, why: 'waits' }))
  await moveClock('100 minutes')
  await climbAdults()
  await climbAdults()
  expect(await climbs()).toBe(6)
  await moveClock('0')
})

test('of who closed it: it is open again, needs the LADO again, and no one signature closes it; who signs is somebody else', async () => {
  const id = await share('jay', { aboutId: undefined, aboutName: 'A coach' })
  await holdAdultConcern(of('tom'), step(id))
  await weighAdultConcern(of('tom'), { ...step(id), weight: 'allegation', harm: 'risk', reasons: words })
  await lado(id)
  await closeAdultConcern(of('fatima'), { ...step(id), outcome: 'unfounded', words })
  await keepAdultConcernFrom(of('tom'), { ...step(id), personId: idOf('fatima'), isAbout: 'yes', words })
  expect(await lettersTo('hana', id)).toBe(1)
  expect(await findAdultConcern(of('hana'), id)).toMatchObject({ state: 'weighed', isLadoTold: false, holderName: 'Tom' })
  await expect(signAdultClosing(of('hana'), step(id))).rejects.toThrow(Conflict)
  await expect(closeAdultConcern(of('tom'), { ...step(id), outcome: 'unfounded', words })).rejects.toThrow(/LADO/)
  await lado(id, 'tom')
  await closeAdultConcern(of('tom'), { ...step(id), outcome: 'unfounded', words })
  await signAdultClosing(of('hana'), step(id))
  await reopenAdultConcern(of('tom'), { ...step(id), words })
  expect((await findAdultConcern(of('tom'), id)).dueBy).not.toBeNull()
})

test('where nobody would read it, it is not taken in, and says whom to ring', async () => {
  const keptFrom = ['fatima', 'tom', 'hana', 'ella'].map(idOf)
  await expect(share('jay', { keptFrom })).rejects.toThrow(/LADO/)
  const id = await share('jay', { keptFrom: keptFrom.slice(1) })
  await expect(keepAdultConcernFrom(of('fatima'), { ...step(id), personId: idOf('fatima'), words })).rejects.toThrow(/Bring somebody in/)
  await expect(share('jay', { aboutId: newId() })).rejects.toThrow(/one of the people here/)
})

test('a typed name that may be a keeper’s goes round them', async () => {
  expect(await opens(everybody, await share('jay', { aboutId: undefined, aboutName: 'mrs FATIMA, the one with the keys' }))).toEqual(['hana'])
  expect(await opens(everybody, await share('jay', { aboutId: undefined, aboutName: 'Fatimah' }))).toEqual(['fatima', 'tom'])
})

test('who shared it and turns out to be the one it is about sees nothing move', async () => {
  const id = await share('leon', { organisationId: cast.harbour, aboutId: undefined, aboutName: 'A volunteer' })
  const before = await findMyAdultConcern(of('leon'), id)
  await keepAdultConcernFrom(of('bea'), { ...step(id), personId: idOf('leon'), isAbout: 'yes', words })
  await holdAdultConcern(of('bea'), step(id))
  await bringInToAdultConcern(of('bea'), { ...step(id), personId: idOf('ella'), words })
  expect(await findMyAdultConcern(of('leon'), id)).toEqual(before)
})

test('handed on as a worry about a young person: nothing is lost, and what cannot be kept is said first', async () => {
  const form = { id: newId(), who: 'Wren', what: words, danger: 'soon' as const, isAboutAdult: true, aboutId: idOf('amara'), aboutName: 'My mentor' }
  await expect(handOn(of('jay'), { ...form, isApart: true })).rejects.toThrow(/name cannot be kept apart/)
  await handOn(of('jay'), form)
  expect(await findConcern(of('fatima'), form.id)).toMatchObject({ who: 'My mentor. It is to do with: Wren', isAboutAdult: false })
})

test('under 18 is under 18, whatever else somebody was', () =>
  whileSo(`INSERT INTO "Membership" (id, "personId", "organisationId", role, "startsAt", "endsAt") VALUES (uuidv7(), '${idOf('amara')}', '${cast.riverside}', 'trainee_trainer', app.now() - interval '9 days', app.now() - interval '1 day')`, `DELETE FROM "Membership" WHERE "personId" = '${idOf('amara')}' AND role = 'trainee_trainer'`, async () => {
    await expect(share('jay', { aboutId: idOf('amara') })).rejects.toThrow(/under 18/)
  }))

test('who shared it apart and keeps it stands among those who were told', async () => {
  const id = await share('tom', { isApart: true })
  expect((await findAdultConcern(of('fatima'), id)).lines.find(({ kind }) => kind === 'told')!.people).toEqual(['Fatima', 'Tom'])
  // A letter too few would say whose it is.
  expect([await lettersTo('tom', id), await lettersTo('fatima', id)]).toEqual([1, 1])
})

test('a line says what its kind says; a reader brought in takes nobody’s reading; and who it was kept from can be named as whom it is about', async () => {
  const id = await share('jay', { aboutId: undefined, aboutName: 'A coach', keptFrom: [idOf('marcus')] })
  await expect(change(of('fatima'), (tx) => tx.$executeRawUnsafe(`SELECT app.add_adult_line('${newId()}', '${id}', 'note', '{"weight":"low_level","keptFrom":[]}', '\\x00')`))).rejects.toThrow(/not a line/)
  await bringInToAdultConcern(of('fatima'), { ...step(id), personId: idOf('hana'), words })
  await expect(keepAdultConcernFrom(of('hana'), { ...step(id), personId: idOf('fatima'), words })).rejects.toThrow(/42501|not a line/)
  await keepAdultConcernFrom(of('fatima'), { ...step(id), personId: idOf('marcus'), isAbout: 'yes', words })
  expect(await findAdultConcern(of('fatima'), id)).toMatchObject({ about: { name: 'Marcus' }, keptFromNames: ['Marcus'] })
})

test('every record is whole, and a rung, a moment or a setting changed by hand is named', async () => {
  expect((await verifyAdultConcerns()).filter(({ isWhole }) => !isWhole)).toEqual([])
  const id = await share('jay')
  for (const [change, back] of [
    [`UPDATE "AdultTold" SET rung = 'head' WHERE "adultConcernId" = '${id}'`, `UPDATE "AdultTold" SET rung = 'first' WHERE "adultConcernId" = '${id}'`],
    [`UPDATE "AdultTold" SET at = at + interval '1 day' WHERE "adultConcernId" = '${id}'`, `UPDATE "AdultTold" SET at = at - interval '1 day' WHERE "adultConcernId" = '${id}'`],
    [`UPDATE "AdultConcern" SET "sharedAt" = "sharedAt" + interval '1 day' WHERE id = '${id}'`, `UPDATE "AdultConcern" SET "sharedAt" = "sharedAt" - interval '1 day' WHERE id = '${id}'`],
    [`UPDATE "AdultSharer" SET "organisationId" = '${cast.harbour}' WHERE "adultConcernId" = '${id}'`, `UPDATE "AdultSharer" SET "organisationId" = '${cast.riverside}' WHERE "adultConcernId" = '${id}'`],
  ] as const) {
    await whileSo(`SET session_replication_role = replica; ${change}`, `SET session_replication_role = replica; ${back}`, async () => {
      expect((await verifyAdultConcerns()).find((one) => one.adultConcernId === id)!.isWhole, change).toBe(false)
    })
  }
})
