import { afterEach, expect, test } from 'vitest'
import { cast, of, words } from '#tests/support/a-case.ts'
import { ask, due, hold, years } from '#tests/support/a-due-concern.ts'
import { adultStep, closedAllegation, closedLowLevel, sharedAboutAdult } from '#tests/support/an-adult-concern.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { adultRegister } from '../adults/adult-register.server.ts'
import { bringInToAdultConcern } from '../adults/bring-in-to-adult-concern.server.ts'
import { findAdultConcern } from '../adults/find-adult-concern.server.ts'
import { findMyAdultConcern } from '../adults/my-adult-concerns.server.ts'
import { noteOnAdultConcern } from '../adults/note-on-adult-concern.server.ts'
import { reopenAdultConcern } from '../adults/reopen-adult-concern.server.ts'
import { verifyAdultConcerns } from '../adults/verify-adult-concerns.server.ts'
import { today } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { agreeToDestroy } from './agree-to-destroy.server.ts'
import { askToDestroy } from './ask-to-destroy.server.ts'
import { endHold } from './end-hold.server.ts'
import { destructions, findDestruction } from './find-destruction.server.ts'
import { findHolds } from './find-holds.server.ts'
import { keepLonger } from './keep-longer.server.ts'
import { keptLonger } from './kept-longer.server.ts'
import { keepingToday } from './keeping-today.server.ts'
import { refuseToDestroy } from './refuse-to-destroy.server.ts'
import { whatIsDue } from './what-is-due.server.ts'

const leaves = (name: string) => ask(`UPDATE "Membership" SET "endsAt" = app.now() - interval '1 minute' WHERE "personId" = '${of(name).id}' AND "endsAt" IS NULL`)
const nobody = { aboutId: undefined, aboutName: 'The one who drives the bus' }
const keysOf = (id: string) => ask<{ left: number; missing: number }>(`SELECT missing, "left" FROM app.keys_of_adult('${id}')`).then(([row]) => row!)
const verdict = async (id: string) => (await verifyAdultConcerns()).find((one) => one.adultConcernId === id)
async function asked(subjectIds: string[], by = 'fatima', rule = 'adults.low-level') {
  const id = newId()
  await askToDestroy(of(by), { id, organisationId: cast.riverside, rule, subjectIds, words: 'Read through. Nobody needs them.' })
  return id
}
const answer = (name: string, destructionId: string) => agreeToDestroy(of(name), { destructionId })
async function agree(name: string, destructionId: string) {
  const items = await findDestruction(of(name), destructionId).then((one) => one.items, () => [])
  for (const { subjectId } of items) await findAdultConcern(of(name), subjectId)
  await answer(name, destructionId)
}
afterEach(async () => {
  await moveClock('0')
  await ask(`UPDATE "Membership" SET "endsAt" = NULL WHERE "personId" = '${of('marcus').id}'`)
})

test('when one is due: a low-level one a year after the adult has left, an allegation after ten years or when they would retire; 50 years where Belay does not know', async () => {
  const [low, allegation, somebody] = [await closedLowLevel(), await closedAllegation(), await closedLowLevel(nobody)]
  const open = await sharedAboutAdult()
  await years(20)
  expect(await due('fatima')).toEqual([])
  await leaves('marcus')
  await moveClock('300 days')
  expect(await due('fatima')).toEqual([])
  await moveClock('70 days')
  expect(await due('fatima')).toEqual([low])
  expect(await due('tom')).toEqual([low])
  for (const name of ['hana', 'marcus', 'grace', 'bea', 'ella', 'amara', 'helen', 'hugo', 'vera']) expect(await due(name), name).toEqual([])
  await years(30)
  expect((await due('fatima')).sort()).toEqual([low, allegation, somebody].sort())
  expect((await whatIsDue(of('fatima'))).find(({ subjectId }) => subjectId === allegation)).toMatchObject({ rule: 'adults.allegation', raisedByName: null, isHeld: false })
  // Whose age Belay knows.
  await ask(`UPDATE "Person" SET "bornOn" = '1990-01-01' WHERE id = '${of('marcus').id}'`)
  await moveClock('0')
  await years(31)
  expect(await due('fatima')).not.toContain(allegation)
  await years(2)
  expect(await due('fatima')).toContain(allegation)
  await ask(`UPDATE "Person" SET "bornOn" = NULL WHERE id = '${of('marcus').id}'`)
  await reopenAdultConcern(of('fatima'), { ...adultStep(low), words })
  expect(await due('fatima')).not.toContain(low)
  expect(await due('fatima')).not.toContain(open)
}, 60_000)

test('two who keep it let it go: every key is gone and who shared it, nobody finds it, its lines verify, and the certificate names nobody', async () => {
  const id = await closedLowLevel({ isApart: true })
  await leaves('marcus')
  await years(2)
  const destruction = await asked([id])
  await expect(answer('fatima', destruction)).rejects.toThrow(Forbidden)
  await expect(answer('tom', destruction)).rejects.toThrow(/Read each of them/)
  for (const name of ['hana', 'marcus', 'grace', 'bea', 'ella', 'amara', 'hugo']) await expect(agree(name, destruction), name).rejects.toThrow(NotFound)
  expect(await findDestruction(of('tom'), destruction)).toMatchObject({ items: [{ subjectId: id, raisedByName: null, stuck: 'not read' }], can: { agree: false, refuse: true } })
  expect((await keepingToday(of('tom'))).find((one) => one.id === destruction)).toMatchObject({ count: 1, askedByName: 'Fatima', label: expect.stringContaining('Low-level') as string })
  expect((await keysOf(id)).left).toBeGreaterThan(3)
  await agree('tom', destruction)
  await agree('tom', destruction)

  expect((await keysOf(id)).left).toBe(0)
  expect(await verdict(id)).toMatchObject({ isWhole: true, isDestroyed: true, why: null })
  for (const name of ['fatima', 'tom', 'hana', 'amara', 'marcus']) await expect(findAdultConcern(of(name), id), name).rejects.toThrow(NotFound)
  expect((await adultRegister(of('fatima'), { ended: true })).rows.map((row) => row.id)).not.toContain(id)
  expect(await findMyAdultConcern(of('amara'), id)).toBeNull()
  expect(await ask(`SELECT FROM "AdultSharer" WHERE "adultConcernId" = '${id}'`)).toEqual([])
  await expect(noteOnAdultConcern(of('fatima'), { ...adultStep(id), words })).rejects.toThrow(NotFound)
  const certificate = await findDestruction(of('fatima'), destruction)
  expect(certificate).toMatchObject({ isDestroyed: true, count: 1, askedByName: 'Fatima', endedByName: 'Tom', reason: null, items: [] })
  expect(JSON.stringify(certificate)).not.toMatch(/Marcus|Amara|Wren/)
  expect((await destructions(of('tom'), { isOver: true })).map((one) => one.id)).toContain(destruction)
  for (const name of ['hana', 'marcus', 'bea', 'ella']) await expect(findDestruction(of(name), destruction), name).rejects.toThrow(NotFound)
  expect(await ask(`SELECT "byId", facts->>'rule' AS rule FROM "Act" WHERE kind = 'keeping.destroyed' AND "subjectId" = '${destruction}'`)).toEqual([{ byId: of('tom').id, rule: 'adults.low-level' }])
})

test('about a lead it is the head’s and whom they brought in: the lead learns nothing of it, not a count, not a hold, not a certificate', async () => {
  const id = await closedLowLevel({ aboutId: of('fatima').id }, 'hana')
  await bringInToAdultConcern(of('hana'), { ...adultStep(id), personId: of('tom').id, words })
  await ask(`UPDATE "Membership" SET "endsAt" = app.now() - interval '1 minute' WHERE "personId" = '${of('fatima').id}'`)
  await years(2)
  const isDue = async (...names: string[]) => (await Promise.all(names.map(async (name) => ((await due(name)).includes(id) ? [name] : [])))).flat()
  expect(await isDue('hana', 'tom', 'ella')).toEqual(['hana', 'tom'])
  // They are back: nothing is due while they are here.
  await ask(`UPDATE "Membership" SET "startsAt" = app.now() - interval '2 years', "endsAt" = NULL WHERE "personId" = '${of('fatima').id}'`)
  expect(await isDue('hana', 'tom', 'fatima')).toEqual([])
  await ask(`UPDATE "AdultHead" SET "aboutId" = NULL WHERE "adultConcernId" = '${id}'`)
  await years(50)
  expect(await isDue('hana', 'tom', 'fatima')).toEqual(['hana', 'tom'])
  await expect(hold('fatima', `adult:${id}`)).rejects.toThrow(NotFound)
  await expect(hold('marcus', `adult:${id}`)).rejects.toThrow(Forbidden)
  const placed = await hold('hana', `adult:${id}`)
  expect((await findHolds(of('tom'))).find((one) => one.id === placed)).toMatchObject({ adultConcernId: id, byName: 'Hana' })
  expect(await findHolds(of('fatima'))).toEqual([])
  await expect(endHold(of('fatima'), { id: newId(), holdId: placed, words })).rejects.toThrow(NotFound)
  await endHold(of('tom'), { id: newId(), holdId: placed, words })
  const destruction = await asked([id], 'hana')
  expect((await keepingToday(of('fatima'))).map((one) => one.id)).not.toContain(destruction)
  await expect(findDestruction(of('fatima'), destruction)).rejects.toThrow(NotFound)
  await expect(answer('fatima', destruction)).rejects.toThrow(NotFound)
  // Hana gave Tom the role: one of the two would be whom the other made.
  await expect(agree('tom', destruction)).rejects.toThrow(/neither by the other’s word/)
  await ask(`SET session_replication_role = replica; UPDATE "Membership" SET "givenById" = NULL WHERE "personId" = '${of('tom').id}'`)
  await agree('tom', destruction)
  expect((await destructions(of('fatima'), { isOver: true })).map((one) => one.id)).not.toContain(destruction)
  expect((await findDestruction(of('hana'), destruction)).isDestroyed).toBe(true)
  await ask(`UPDATE "Membership" SET "endsAt" = NULL WHERE "personId" = '${of('fatima').id}'`)
})

test('a hold keeps it: on itself, on whom it is about, on whoever shared it; and where that name is kept apart the queue does not say so', async () => {
  const [id, apart] = [await closedLowLevel(nobody), await closedLowLevel({ ...nobody, isApart: true })]
  await years(51)
  const destruction = await asked([id])
  const seen = async (name: string, which: string) => (await whatIsDue(of(name), { take: 500 })).find(({ subjectId }) => subjectId === which)?.isHeld ?? null
  const placed = await hold('fatima', `adult:${id}`)
  expect([await seen('tom', id), await seen('tom', apart)]).toEqual([true, false])
  await expect(agree('tom', destruction)).rejects.toThrow(/held/)
  await endHold(of('tom'), { id: newId(), holdId: placed, words })
  const onSharer = await hold('fatima', `person:${of('amara').id}`)
  expect([await seen('tom', id), await seen('tom', apart)]).toEqual([true, null])
  await expect(agree('tom', destruction)).rejects.toThrow(/held/)
  await expect(asked([apart])).rejects.toThrow(Conflict)
  await endHold(of('tom'), { id: newId(), holdId: onSharer, words })
  await agree('tom', destruction)
  expect(await seen('tom', apart)).toBe(false)
})

test('kept longer, said no to, added to, or kept from whoever asked: it stays', async () => {
  const [id, other, third] = [await closedLowLevel(nobody), await closedLowLevel(nobody), await closedLowLevel(nobody)]
  await years(51)
  const until = `${Number(today().slice(0, 4)) + 2}-01-01`
  await expect(keepLonger(of('hana'), { id: newId(), subjectId: id, until, words })).rejects.toThrow(Conflict)
  await keepLonger(of('fatima'), { id: newId(), subjectId: id, until, words: 'He may come back.' })
  expect(await due('tom')).not.toContain(id)
  expect((await keptLonger(of('tom'))).find(({ subjectId }) => subjectId === id)).toMatchObject({ rule: 'adults.low-level', kept: { byName: 'Fatima', reason: 'He may come back.' } })
  expect(await keptLonger(of('hana'))).toEqual([])
  const first = await asked([other])
  await refuseToDestroy(of('tom'), { destructionId: first })
  const second = await asked([other])
  await noteOnAdultConcern(of('tom'), { ...adultStep(other), words: 'A parent rang.' })
  await expect(agree('tom', second)).rejects.toThrow(/Something was added/)
  const mine = await asked([third])
  await ask(`INSERT INTO "AdultKeptFrom" ("adultConcernId", "personId", "organisationId") VALUES ('${third}', '${of('fatima').id}', '${cast.riverside}')`)
  await expect(agree('tom', mine)).rejects.toThrow(/Whoever asked may not/)
  expect((await keysOf(third)).left).toBeGreaterThan(0)
})

test('not by direct SQL as the role app; who shared it is deleted by a destruction alone; and the verifier names what is not as agreed', async () => {
  const [id, lost] = [await closedLowLevel(nobody), await closedLowLevel(nobody)]
  await years(51)
  const destruction = await asked([id])
  const asApp = (name: string, sql: string) => change(of(name), (tx) => tx.$executeRawUnsafe(sql))
  for (const [sql, name] of [
    [`DELETE FROM "RowKey" WHERE "rowId" = '${id}'`, 'tom'], [`INSERT INTO "AdultDestroyed" ("adultConcernId", "organisationId", "destructionId") VALUES ('${id}', '${cast.riverside}', '${destruction}')`, 'tom'],
    [`SELECT app.destroy_adult_concerns('${destruction}', ARRAY['${id}']::uuid[])`, 'tom'], [`SELECT app.destroy_subjects('${destruction}', ARRAY['${id}']::uuid[])`, 'tom'], [`DELETE FROM "AdultSharer" WHERE "adultConcernId" = '${id}'`, 'tom'],
    [`SELECT app.add_adult_line(uuidv7(), '${id}', 'destroyed', '{}', NULL)`, 'tom'],
    [`INSERT INTO "LegalHold" (id, "organisationId", "adultConcernId", reason, "byId") VALUES (uuidv7(), '${cast.riverside}', '${id}', '\\x00', '${of('hana').id}')`, 'hana'],
    [`INSERT INTO "KeptLonger" (id, "organisationId", rule, "subjectId", "untilDay", reason, "byId") VALUES (uuidv7(), '${cast.riverside}', 'adults.low-level', '${id}', app.now() + interval '1 year', '\\x00', '${of('hana').id}')`, 'hana'],
    [`UPDATE "Destruction" SET "endedAt" = app.now(), "endedById" = '${of('tom').id}', "isDestroyed" = true WHERE id = '${destruction}'`, 'tom'],
  ] as const) await expect(asApp(name, sql), sql).rejects.toThrow(/42501|permission denied|row-level security/)
  await expect(ask(`DELETE FROM "AdultSharer" WHERE "adultConcernId" = '${id}'`)).rejects.toThrow()
  await ask(`DELETE FROM "RowKey" WHERE "rowId" = '${lost}'`)
  expect(await verdict(lost)).toMatchObject({ isWhole: false, isDestroyed: false, why: 'A key is gone, and nobody agreed that it is destroyed.' })
  await agree('tom', destruction)
  await ask(`UPDATE "Destruction" SET rule = 'adults.allegation' WHERE id = '${destruction}'`)
  expect(await verdict(id)).toMatchObject({ isWhole: false, why: 'It is destroyed, and not as two people agreed.' })
})

test('every table whose sealed rows hang on a record goes with it', async () => {
  const [{ source }] = await ask<{ source: string }>(`SELECT string_agg(prosrc, ' ') AS source FROM pg_proc WHERE proname IN ('destroy_adult_concerns')`) as [{ source: string }]
  const rows = await ask<{ name: string }>(`SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'adultConcernId')
    AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.atttypid = 'bytea'::regtype AND a.attname !~* 'hash$' AND NOT a.attisdropped)`)
  expect(rows.map(({ name }) => name).filter((name) => !source.includes(`'${name}'`))).toEqual([])
})
