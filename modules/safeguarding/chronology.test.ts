import { beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { onServer } from '#tests/support/template.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { NotFound } from '../errors.ts'
import { addNote } from './add-note.server.ts'
import { findConcern } from './find-concern.server.ts'
import { raiseConcern } from './raise-concern.server.ts'
import { receiveConcern } from './receive-concern.server.ts'
import { takeOnConcern } from './take-on-concern.server.ts'
import { verifyChronology, verifyEveryChronology } from './verify-chronology.server.ts'

let cast: Cast
const of = (name: string) => cast.people[name]!
/** What somebody with the server itself in their hands could do: the triggers are off for this one connection. */
const tamper = (sql: string) => onServer(databaseUrl(), `SET session_replication_role = replica; ${sql}`)

async function aCase() {
  const id = await raiseConcern(of('jay'), { id: newId(), who: 'Wren', what: 'A bruise on her arm.', danger: 'soon' })
  await receiveConcern(of('marcus'), { concernId: id })
  await takeOnConcern(of('fatima'), { concernId: id, firstStep: 'See her at two.' })
  await addNote(of('fatima'), { id: newId(), concernId: id, words: 'Seen at two.' })
  return id
}

beforeAll(async () => { cast = await theCast() })

test('a chronology is whole: raised, told, received, taken on, noted, whatever happens at once', async () => {
  const id = await aCase()
  await Promise.all([1, 2, 3, 4, 5].map((count) => addNote(of(count % 2 ? 'fatima' : 'tom'), { id: newId(), concernId: id, words: `Note ${count}` })))
  const { chronology } = await findConcern(of('tom'), id)
  expect(chronology.slice(0, 5).map((line) => line.kind)).toEqual(['raised', 'told', 'received', 'taken-on', 'note'])
  expect(chronology.map((line) => line.number)).toEqual(chronology.map((_, index) => index + 1))
  expect(await verifyChronology(of('fatima'), id)).toMatchObject({ isWhole: true, brokenAt: null })
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
  await expect(verifyChronology(of('marcus'), id)).rejects.toThrow(NotFound)
})

test('a note sent twice is one line', async () => {
  const id = await aCase()
  const note = { id: newId(), concernId: id, words: 'Once.' }
  await Promise.all([addNote(of('fatima'), note), addNote(of('fatima'), note)])
  await addNote(of('fatima'), note)
  expect((await findConcern(of('tom'), id)).chronology.filter((line) => line.says[0]?.text === 'Once.')).toHaveLength(1)
})

test('a look is on record once a person and quarter of an hour', async () => {
  const id = await aCase()
  const looks = async () => (await findConcern(of('tom'), id)).chronology.filter((line) => line.kind === 'looked').map((line) => line.byName)
  await Promise.all([findConcern(of('fatima'), id), findConcern(of('fatima'), id)])
  await findConcern(of('fatima'), id)
  expect((await looks()).sort()).toEqual(['Fatima', 'Tom'])
  await moveClock('16 minutes')
  await findConcern(of('fatima'), id)
  expect((await looks()).sort()).toEqual(['Fatima', 'Fatima', 'Tom', 'Tom'])
})

test.each([
  ['a time moved', (id: string) => `UPDATE "ChronologyEntry" SET at = at - interval '1 hour' WHERE "concernId" = '${id}' AND number = 3`, 3],
  ['a person swapped', (id: string) => `UPDATE "ChronologyEntry" SET "byId" = uuidv7() WHERE "concernId" = '${id}' AND number = 4`, 4],
  ['words swapped', (id: string) => `UPDATE "ChronologyEntry" SET words = '\\x01' WHERE "concernId" = '${id}' AND number = 5`, 5],
  ['who was told', (id: string) => `UPDATE "ChronologyEntry" SET facts = '{}' WHERE "concernId" = '${id}' AND number = 2`, 2],
  ['a line taken out', (id: string) => `DELETE FROM "ChronologyEntry" WHERE "concernId" = '${id}' AND number = 3`, 3],
  ['the last line taken off', (id: string) => `DELETE FROM "ChronologyEntry" WHERE "concernId" = '${id}' AND number = 5`, 5],
  ['what was raised', (id: string) => `UPDATE "Concern" SET what = '\\x01' WHERE id = '${id}'`, 1],
  ['how near the danger was', (id: string) => `UPDATE "Concern" SET danger = 'not_now' WHERE id = '${id}'`, 1],
])('%s is named', async (_, sql, brokenAt) => {
  const id = await aCase()
  await tamper(sql(id))
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: false, brokenAt })
  expect((await verifyEveryChronology()).find((verdict) => verdict.concernId === id)).toMatchObject({ isWhole: false, brokenAt })
})

test('not even the owner of the tables changes or empties them', async () => {
  await aCase()
  for (const sql of [`UPDATE "ChronologyEntry" SET kind = 'note'`, 'DELETE FROM "ChronologyEntry"', 'TRUNCATE "ChronologyEntry"', `UPDATE "Concern" SET danger = 'not_now'`])
    await expect(onServer(databaseUrl(), `SET ROLE owner; ${sql}`), sql).rejects.toThrow('added to, never changed or deleted')
})
