import { afterEach, expect, test } from 'vitest'
import { cast, of, step, words } from '#tests/support/a-case.ts'
import { agree, answer, ask, asked, closed, due, keys, years } from '#tests/support/a-due-concern.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { keepFrom } from '../cases/keep-from.server.ts'
import { reopenConcern } from '../cases/reopen-concern.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { addNote } from '../safeguarding/add-note.server.ts'
import { addToConcern } from '../safeguarding/add-to-concern.server.ts'
import { findConcern } from '../safeguarding/find-concern.server.ts'
import { findMyConcern, myConcerns } from '../safeguarding/my-concerns.server.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { askToDestroy } from './ask-to-destroy.server.ts'
import { destructions, findDestruction } from './find-destruction.server.ts'
import { keepingToday } from './keeping-today.server.ts'
import { printCertificate } from './print-certificate.server.ts'
import { refuseToDestroy } from './refuse-to-destroy.server.ts'

afterEach(() => moveClock('0'))

test('two people let it go: every key is gone, nobody finds it, the chain verifies and says so, and the certificate has no name of whom it was about', async () => {
  const [id, other] = [await closed(), await closed()]
  await years(26)
  const destruction = await asked([id, other])
  expect(await keys(id)).toBeGreaterThan(5)
  await expect(answer('tom', destruction)).rejects.toThrow(/Read each of them/)
  expect(await findDestruction(of('tom'), destruction)).toMatchObject({ can: { agree: false }, items: [{ stuck: 'not read' }, { stuck: 'not read' }] })
  // Reading them once more, as the second person should, changes nothing.
  for (const one of [id, other]) await findConcern(of('tom'), one)
  const waits = await findDestruction(of('tom'), destruction)
  expect(waits).toMatchObject({ count: 2, reason: 'Read through. Nobody needs them.', can: { agree: true, refuse: true }, askedByName: 'Fatima', isMine: false })
  expect(waits.items.map(({ subjectId }) => subjectId).sort()).toEqual([id, other].sort())
  expect((await keepingToday(of('tom'))).find((one) => one.id === destruction)).toMatchObject({ count: 2, askedByName: 'Fatima', label: 'Concerns about a child' })
  expect((await keepingToday(of('fatima'))).map((one) => one.id)).not.toContain(destruction)
  await agree('tom', destruction)
  await agree('tom', destruction)

  for (const one of [id, other]) {
    expect(await keys(one)).toBe(0)
    expect(await verifyChronology('system', one)).toMatchObject({ isWhole: true, isDestroyed: true, why: null })
    for (const name of ['fatima', 'tom', 'hana', 'marcus', 'jay']) await expect(findConcern(of(name), one), name).rejects.toThrow(NotFound)
    await expect(findMyConcern(of('jay'), one)).rejects.toThrow(NotFound)
  }
  expect((await myConcerns(of('jay'), { take: 100 })).map(({ concernId }) => concernId)).not.toContain(id)
  expect(await due('fatima')).not.toContain(id)
  expect(await ask(`SELECT kind, "byId", facts FROM "ChronologyEntry" WHERE "concernId" = '${id}' ORDER BY number DESC LIMIT 1`)).toEqual([{ kind: 'destroyed', byId: of('tom').id, facts: { destructionId: destruction, rule: 'safeguarding.concern', askedById: of('fatima').id } }])
  expect(await ask(`SELECT "byId", facts->>'count' AS count FROM "Act" WHERE kind = 'keeping.destroyed' AND "subjectId" = '${destruction}'`)).toEqual([{ byId: of('tom').id, count: '2' }])
  await expect(reopenConcern(of('fatima'), { ...step(id), words })).rejects.toThrow(NotFound)
  await expect(addToConcern(of('jay'), { id: newId(), concernId: id, part: 'words', said: { words: 'More.' } })).rejects.toThrow()

  const certificate = await findDestruction(of('fatima'), destruction)
  expect(certificate).toMatchObject({ isDestroyed: true, count: 2, label: 'Concerns about a child', long: '25 years', askedByName: 'Fatima', endedByName: 'Tom', reason: null, items: [], can: { agree: false, refuse: false } })
  expect(JSON.stringify(certificate)).not.toMatch(/Wren|Jay|Marcus/)
  expect((await destructions(of('fatima'), { isOver: true })).map((one) => one.id)).toContain(destruction)
  const { pdf, file } = await printCertificate(of('tom'), destruction)
  expect(pdf.toString('latin1')).toMatch(/\/Marked true[^]*pdfuaid:part>1</)
  expect(file).toMatch(/^destruction-20\d\d-\d\d-\d\d\.pdf$/)
}, 60_000)

test('it takes two: never whoever asked, nobody of another standing, nobody from elsewhere, nobody it is kept from', async () => {
  const [id, kept] = [await closed(), await closed()]
  await keepFrom(of('fatima'), { ...step(kept), personId: of('tom').id, words })
  await years(26)
  const destruction = await asked([id])
  await expect(agree('fatima', destruction)).rejects.toThrow(Forbidden)
  for (const name of ['hana', 'marcus', 'grace', 'bea', 'hugo', 'ella', 'jay', 'helen', 'sam']) await expect(agree(name, destruction), name).rejects.toThrow(NotFound)
  await expect(asked([kept], 'tom'), 'kept from Tom').rejects.toThrow(Conflict)
  const withKept = await asked([kept])
  await expect(agree('tom', withKept)).rejects.toThrow(NotFound)
  await expect(findDestruction(of('tom'), withKept)).rejects.toThrow(NotFound)
  await expect(askToDestroy(of('marcus'), { id: newId(), organisationId: cast.riverside, rule: 'safeguarding.concern', subjectIds: [id], words })).rejects.toThrow(Forbidden)
  await expect(askToDestroy(of('fatima'), { id: newId(), organisationId: cast.riverside, rule: 'journal.bin', subjectIds: [id], words })).rejects.toThrow(Forbidden)
  // Kept from whoever asked, after they asked.
  const later = await closed()
  await years(26)
  const byTom = await asked([later], 'tom')
  await ask(`INSERT INTO "ConcernKeptFrom" ("concernId", "personId", "organisationId") VALUES ('${later}', '${of('tom').id}', '${cast.riverside}')`)
  await expect(agree('fatima', byTom)).rejects.toThrow(/Whoever asked may not/)
  expect(await keys(later)).toBeGreaterThan(0)
  expect(await keys(kept)).toBeGreaterThan(0)
})

test('two who ask for one at once: one of them; two who answer at once: one answer; a no leaves everything, and it can be asked again', async () => {
  const id = await closed()
  await years(26)
  const both = await Promise.allSettled([asked([id]), asked([id], 'tom')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const destruction = both.find((one) => one.status === 'fulfilled')!.value
  const asker = (await findDestruction(of('fatima'), destruction)).isMine ? 'fatima' : 'tom'
  const other = asker === 'fatima' ? 'tom' : 'fatima'
  const answers = await Promise.allSettled([agree(other, destruction), refuseToDestroy(of(asker), { destructionId: destruction })])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const isGone = answers[0].status === 'fulfilled'
  expect((await keys(id)) === 0).toBe(isGone)

  const again = await closed()
  await years(26)
  const first = await asked([again])
  await refuseToDestroy(of('tom'), { destructionId: first })
  await refuseToDestroy(of('tom'), { destructionId: first })
  await expect(agree('tom', first)).rejects.toThrow(Conflict)
  await agree('tom', await asked([again]))
  expect(await keys(again)).toBe(0)
})

test('the second person signs what the first saw: with a line more, nothing goes', async () => {
  const [id, other] = [await closed(), await closed()]
  await years(26)
  const destruction = await asked([id, other])
  await addNote(of('fatima'), { id: newId(), concernId: other, words: 'His sister rang.' })
  expect((await findDestruction(of('tom'), destruction))).toMatchObject({ can: { agree: false } })
  await expect(agree('tom', destruction)).rejects.toThrow(/Something was added/)
  expect(await keys(id)).toBeGreaterThan(0)
  const opened = await closed()
  await years(26)
  const second = await asked([opened])
  await reopenConcern(of('fatima'), { ...step(opened), words })
  await expect(agree('tom', second)).rejects.toThrow(/not due/)
})

test('not by direct SQL as the role app: nothing is destroyed, signed for another, or said to be', async () => {
  const id = await closed()
  const asApp = (name: string, sql: string) => change(of(name), (tx) => tx.$executeRawUnsafe(sql))
  await years(26)
  const destruction = await asked([id])
  for (const [sql, name] of [
    [`DELETE FROM "RowKey" WHERE "rowId" = '${id}'`, 'tom'], [`INSERT INTO "ConcernDestroyed" ("concernId", "organisationId", "destructionId") VALUES ('${id}', '${cast.riverside}', '${destruction}')`, 'tom'],
    [`UPDATE "Destruction" SET "endedAt" = app.now(), "endedById" = '${of('tom').id}', "isDestroyed" = true WHERE id = '${destruction}'`, 'tom'],
    [`UPDATE "Destruction" SET "endedAt" = app.now(), "endedById" = '${of('fatima').id}', "isDestroyed" = false WHERE id = '${destruction}'`, 'tom'],
    [`SELECT app.destroy_concerns('${destruction}', ARRAY['${id}']::uuid[])`, 'tom'], [`SELECT app.add_to_chronology(uuidv7(), '${id}', 'destroyed', '{"destructionId":"${destruction}"}', NULL)`, 'tom'],
    [`INSERT INTO "Destruction" (id, "organisationId", rule, days, count, "askedById", reason) VALUES (uuidv7(), '${cast.riverside}', 'safeguarding.concern', 1, 1, '${of('tom').id}', '\\x00')`, 'fatima'],
    [`INSERT INTO "KeptLonger" (id, "organisationId", rule, "subjectId", "untilDay", reason, "byId") VALUES (uuidv7(), '${cast.riverside}', 'safeguarding.concern', '${id}', app.now() + interval '1 year', '\\x00', '${of('marcus').id}')`, 'marcus'],
    [`INSERT INTO "Destruction" (id, "organisationId", rule, days, count, "askedById", "askedAt", reason) VALUES (uuidv7(), '${cast.riverside}', 'safeguarding.concern', 9132, 1, '${of('fatima').id}', '2099-01-01', '\\x00')`, 'fatima'],
    [`UPDATE "RetentionRule" SET days = 1`, 'fatima'], [`DELETE FROM "LegalHold"`, 'fatima'],
  ] as const) await expect(asApp(name, sql), sql).rejects.toThrow(/42501|permission denied|row-level security/)
  // More slipped in after it was asked: the second signature is refused.
  const slipped = `INSERT INTO "DestructionItem" ("destructionId", "subjectId", "organisationId", length) VALUES ('${destruction}', '${await closed()}', '${cast.riverside}', 1)`
  await expect(asApp('fatima', slipped)).rejects.toThrow(/row-level security/)
  await ask(slipped)
  await expect(agree('tom', destruction)).rejects.toThrow(Conflict)
  expect(await keys(id)).toBeGreaterThan(0)
})

test('the verifier names a key that is back, and a row that no line speaks of', async () => {
  const [id, never] = [await closed(), await closed()]
  await years(26)
  const [row] = await ask<{ wrapped: Buffer; wrappingKeyId: string }>(`SELECT wrapped, "wrappingKeyId" FROM "RowKey" WHERE "rowId" = '${id}'`)
  const destruction = await asked([id])
  await agree('tom', destruction)
  await ask(`INSERT INTO "RowKey" ("rowId", "ofTable", "wrappingKeyId", wrapped) VALUES ('${id}', 'Concern', '${row!.wrappingKeyId}', '\\x${row!.wrapped.toString('hex')}')`)
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: false, why: 'It is destroyed, and a key of it is there.' })
  await ask(`INSERT INTO "ConcernDestroyed" ("concernId", "organisationId", "destructionId") VALUES ('${never}', '${cast.riverside}', '${destruction}')`)
  expect(await verifyChronology('system', never)).toMatchObject({ isWhole: false, row: 'ConcernDestroyed' })
})

test('every table whose sealed rows hang on a concern goes with it, or is known to have a rule of its own', async () => {
  const itself = ['TakingOn']
  const ruleOfItsOwn = ['AdultConcern']
  const [{ source }] = await ask<{ source: string }>(`SELECT prosrc AS source FROM pg_proc WHERE proname = 'destroy_concerns'`) as [{ source: string }]
  const rows = await ask<{ name: string }>(`SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'concernId')
    AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.atttypid = 'bytea'::regtype AND a.attname !~* 'hash$' AND NOT a.attisdropped)`)
  expect(rows.map(({ name }) => name).filter((name) => !itself.includes(name) && !ruleOfItsOwn.includes(name) && !source.includes(`'${name}'`))).toEqual([])
})
