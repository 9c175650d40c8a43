import { expect, test } from 'vitest'
import { cast, of, step, taken, triage, words } from '#tests/support/a-case.ts'
import { onServer } from '#tests/support/template.ts'
import { today } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { bringIn } from './bring-in.server.ts'
import { dropAction } from './drop-action.server.ts'
import { finishAction } from './finish-action.server.ts'
import { keepFrom } from './keep-from.server.ts'
import { letGo } from './let-go.server.ts'
import { setAction } from './set-action.server.ts'

/** What somebody with the server itself in their hands could do. */
const tamper = (sql: string) => onServer(databaseUrl(), `SET session_replication_role = replica; ${sql}`)
/** Direct SQL as the role `app`, as this person. */
const asApp = (name: string, sql: string) => change(of(name), (tx) => tx.$executeRawUnsafe(sql))
const anotherPerson = () => of('priya').id

/** A case with rows of every kind: somebody brought in, somebody let go, one thing done, one called off, one to do, kept from the deputy. */
async function aCaseWithRows() {
  const id = await taken({ keptFrom: [of('marcus').id] })
  await triage(id, 'low')
  const [reader, gone, done, dropped, left] = [step(id), step(id), step(id), step(id), step(id)]
  await bringIn(of('fatima'), { ...reader, personId: of('helen').id, words })
  await bringIn(of('fatima'), { ...gone, personId: of('grace').id, words })
  await letGo(of('fatima'), { ...step(id), personId: of('grace').id, words })
  for (const one of [done, dropped, left]) await setAction(of('fatima'), { ...one, ownerId: of('grace').id, dueOn: today(), what: 'Ring her gran.' })
  await finishAction(of('grace'), { id: newId(), actionId: done.id, words })
  await dropAction(of('fatima'), { ...step(id), actionId: dropped.id, words })
  await keepFrom(of('fatima'), { ...step(id), personId: of('tom').id, words })
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null, row: null })
  return { id, reader: reader.id, gone: gone.id, done: done.id, dropped: dropped.id, left: left.id }
}
type Rows = Awaited<ReturnType<typeof aCaseWithRows>>

test.each<[string, (rows: Rows) => string, (rows: Rows) => string]>([
  ['what is to be done', ({ left }) => `UPDATE "CaseAction" SET what = '\\x01' WHERE id = '${left}'`, ({ left }) => `CaseAction ${left}`],
  ['by whom', ({ left }) => `UPDATE "CaseAction" SET "ownerId" = '${anotherPerson()}' WHERE id = '${left}'`, ({ left }) => `CaseAction ${left}`],
  ['by when', ({ left }) => `UPDATE "CaseAction" SET "dueOn" = "dueOn" + 7 WHERE id = '${left}'`, ({ left }) => `CaseAction ${left}`],
  ['something to be done, taken away', ({ left }) => `DELETE FROM "CaseAction" WHERE id = '${left}'`, ({ left }) => `CaseAction ${left}`],
  ['called off, made done', ({ dropped }) => `UPDATE "CaseActionEnd" SET "isDone" = true WHERE "actionId" = '${dropped}'`, ({ dropped }) => `CaseActionEnd ${dropped}`],
  ['done a day before', ({ done }) => `UPDATE "CaseActionEnd" SET at = at - interval '1 day' WHERE "actionId" = '${done}'`, ({ done }) => `CaseActionEnd ${done}`],
  ['never done', ({ done }) => `DELETE FROM "CaseActionEnd" WHERE "actionId" = '${done}'`, ({ done }) => `CaseActionEnd ${done}`],
  ['somebody else brought in', ({ reader }) => `UPDATE "CaseReader" SET "personId" = '${anotherPerson()}' WHERE id = '${reader}'`, ({ reader }) => `CaseReader ${reader}`],
  ['let go, and yet not', ({ gone }) => `UPDATE "CaseReader" SET "endedAt" = NULL, "endedById" = NULL WHERE id = '${gone}'`, ({ gone }) => `CaseReader ${gone}`],
  ['let go later than was said', ({ gone }) => `UPDATE "CaseReader" SET "endedAt" = "endedAt" + interval '1 hour' WHERE id = '${gone}'`, ({ gone }) => `CaseReader ${gone}`],
  ['ended, and nobody said so', ({ reader }) => `UPDATE "CaseReader" SET "endedAt" = app.now(), "endedById" = '${of('fatima').id}' WHERE id = '${reader}'`, ({ reader }) => `CaseReader ${reader}`],
  ['no longer kept from the deputy', ({ id }) => `DELETE FROM "ConcernKeptFrom" WHERE "concernId" = '${id}' AND "personId" = '${of('tom').id}'`, () => `ConcernKeptFrom ${of('tom').id}`],
  ['no longer kept from whom it was kept from when it was raised', ({ id }) => `DELETE FROM "ConcernKeptFrom" WHERE "concernId" = '${id}' AND "personId" = '${of('marcus').id}'`, () => `ConcernKeptFrom ${of('marcus').id}`],
  ['who said “I have it”', ({ id }) => `UPDATE "ConcernReceipt" SET "byId" = '${of('tom').id}' WHERE "concernId" = '${id}'`, () => 'ConcernReceipt'],
  ['the first step', ({ id }) => `UPDATE "TakingOn" SET "firstStep" = '\\x01' WHERE "concernId" = '${id}'`, () => 'TakingOn'],
  ['the head was never told', ({ id }) => `DELETE FROM "ConcernAlert" WHERE "concernId" = '${id}' AND "personId" = '${of('hana').id}'`, () => `ConcernAlert ${of('hana').id}`],
])('%s: the verifier names the row', async (_, sql, row) => {
  const rows = await aCaseWithRows()
  await tamper(sql(rows))
  expect(await verifyChronology('system', rows.id)).toMatchObject({ isWhole: false, row: row(rows) })
})

test('a row written below the deeds, by somebody whom the policies let, is found for want of a line', async () => {
  const [inserted, concernId] = [newId(), await taken()]
  const columns = `(id, "organisationId", "concernId", "personId", "byId")`
  await asApp('fatima', `INSERT INTO "CaseReader" ${columns} VALUES ('${inserted}', '${cast.riverside}', '${concernId}', '${of('helen').id}', '${of('fatima').id}')`)
  expect(await verifyChronology('system', concernId)).toMatchObject({ isWhole: false, brokenAt: null, row: `CaseReader ${inserted}`, why: 'No line says so.' })

  const second = await taken()
  await asApp('fatima', `INSERT INTO "ConcernKeptFrom" ("concernId", "personId", "organisationId") VALUES ('${second}', '${of('tom').id}', '${cast.riverside}')`)
  expect(await verifyChronology('system', second)).toMatchObject({ isWhole: false, brokenAt: null, row: `ConcernKeptFrom ${of('tom').id}` })

  const third = await taken()
  await asApp('fatima', `INSERT INTO "ConcernAlert" (id, "organisationId", "concernId", "personId", rung) VALUES ('${newId()}', '${cast.riverside}', '${third}', '${of('hana').id}', 'head')`)
  expect(await verifyChronology('system', third)).toMatchObject({ isWhole: false, brokenAt: null, row: `ConcernAlert ${of('hana').id}` })
})

test('below the deeds, as the role that pages work as: nobody let go comes back, nothing ends twice, the holder is not shut out, and what was asked stays as it was asked', async () => {
  const rows = await aCaseWithRows()
  expect(await asApp('fatima', `UPDATE "CaseReader" SET "endedAt" = NULL WHERE id = '${rows.gone}'`), 'an ended reader is not there to be changed').toBe(0)
  await expect(asApp('fatima', `UPDATE "CaseReader" SET "endedById" = '${of('fatima').id}' WHERE id = '${rows.reader}'`), 'an end has a time').rejects.toThrow('row-level security')
  await expect(asApp('fatima', `UPDATE "CaseReader" SET "personId" = '${of('grace').id}' WHERE id = '${rows.reader}'`)).rejects.toThrow('permission denied')
  await expect(asApp('helen', `UPDATE "CaseReader" SET "endedAt" = app.now(), "endedById" = '${of('helen').id}' WHERE id = '${rows.reader}'`), 'who was brought in ends nobody').resolves.toBe(0)
  await expect(asApp('fatima', `INSERT INTO "CaseActionEnd" ("actionId", "organisationId", "byId", "isDone") VALUES ('${rows.dropped}', '${cast.riverside}', '${of('fatima').id}', true)`)).rejects.toThrow('duplicate key')
  await expect(asApp('fatima', `UPDATE "CaseAction" SET "dueOn" = "dueOn" + 1 WHERE id = '${rows.left}'`)).rejects.toThrow('permission denied')
  await expect(asApp('fatima', `INSERT INTO "ConcernKeptFrom" ("concernId", "personId", "organisationId") VALUES ('${rows.id}', '${of('fatima').id}', '${cast.riverside}')`), 'nor by the holder themself').rejects.toThrow('row-level security')
  const toms = await taken()
  await expect(asApp('tom', `INSERT INTO "ConcernKeptFrom" ("concernId", "personId", "organisationId") VALUES ('${toms}', '${of('fatima').id}', '${cast.riverside}')`), 'who looks after it').rejects.toThrow('they still look after it')
  await expect(asApp('grace', `INSERT INTO "CaseActionEnd" ("actionId", "organisationId", "byId", "isDone") VALUES ('${rows.left}', '${cast.riverside}', '${of('grace').id}', false)`), 'its owner does not call it off').rejects.toThrow('row-level security')
  expect(await verifyChronology('system', rows.id)).toMatchObject({ isWhole: true, why: null })
})
