import { afterEach, expect, test } from 'vitest'
import { cast, of, words } from '#tests/support/a-case.ts'
import { agree, answer, asked, comesBack, keysOf, leaves, nobody, verdict } from '#tests/support/a-due-adult-concern.ts'
import { ask, due, hold, years } from '#tests/support/a-due-concern.ts'
import { adultStep, closedLowLevel } from '#tests/support/an-adult-concern.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { adultRegister } from '../adults/adult-register.server.ts'
import { bringInToAdultConcern } from '../adults/bring-in-to-adult-concern.server.ts'
import { findAdultConcern } from '../adults/find-adult-concern.server.ts'
import { findMyAdultConcern } from '../adults/my-adult-concerns.server.ts'
import { noteOnAdultConcern } from '../adults/note-on-adult-concern.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { endHold } from './end-hold.server.ts'
import { destructions, findDestruction } from './find-destruction.server.ts'
import { findHolds } from './find-holds.server.ts'
import { keepingToday } from './keeping-today.server.ts'

afterEach(async () => {
  await moveClock('0')
  await comesBack('marcus')
})

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
