import { beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { onServer } from '#tests/support/template.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { NotFound } from '../errors.ts'
import { binEntry, putBackEntry } from './bin-entry.server.ts'
import { entries } from './entries.server.ts'
import { findEntry } from './find-entry.server.ts'
import { purgeBin } from './purge-bin.server.ts'
import { saveText } from './save-text.server.ts'
import { shareEntry } from './share-entry.server.ts'

let cast: Cast
const of = (name: string) => cast.people[name]!
const ask = async <Row>(sql: string) => (await onServer(databaseUrl(), sql)).rows as Row[]
const keysOf = async (ids: string[]) => (await ask<{ ofTable: string }>(`SELECT "ofTable" FROM "RowKey" WHERE "rowId" IN (${ids.map((id) => `'${id}'`).join(', ')})`)).length
async function written(name: string) {
  const entryId = newId()
  await saveText(of(name), { entryId, writingId: newId(), step: 1, revision: 0, body: { kind: 'plain', text: 'Wren laughed today.' } })
  return entryId
}
beforeAll(async () => { cast = await theCast() })

test('what has lain in the bin for thirty days is gone for good, and nothing else is', async () => {
  const [old, fresh, kept] = [await written('amara'), await written('amara'), await written('amara')]
  const shareId = newId()
  await shareEntry(of('amara'), { shareId, entryId: old, withId: of('marcus').id })
  await binEntry(of('amara'), { entryId: old })
  await moveClock('29 days')
  await binEntry(of('amara'), { entryId: fresh })
  expect(await purgeBin()).toBe(0)
  await moveClock('1 day 1 minute')
  expect(await keysOf([old, shareId])).toBe(2)
  expect(await purgeBin()).toBe(1)
  expect(await purgeBin(), 'once').toBe(0)

  expect(await keysOf([old, shareId]), 'the keys are destroyed').toBe(0)
  expect(await keysOf([fresh, kept])).toBe(2)
  await expect(findEntry(of('amara'), { entryId: old })).rejects.toThrow(NotFound)
  await expect(putBackEntry(of('amara'), { entryId: old })).rejects.toThrow(NotFound)
  expect((await entries(of('amara'), { isBin: true })).entries.map(({ entryId }) => entryId)).toEqual([fresh])
  expect((await entries(of('amara'))).entries.map(({ entryId }) => entryId)).toContain(kept)
  expect(await ask(`SELECT "subjectId" FROM "Act" WHERE kind = 'journal.purged'`)).toEqual([{ subjectId: old }])
  await moveClock('0')
})

test('how long is a rule in a table, and whoever puts an entry back in that moment keeps it whole or not at all', async () => {
  await ask(`UPDATE "RetentionRule" SET days = 7 WHERE what = 'journal.bin'`)
  const ids = await Promise.all(Array.from({ length: 6 }, () => written('jay')))
  for (const entryId of ids) await binEntry(of('jay'), { entryId })
  await moveClock('8 days')
  await Promise.allSettled([purgeBin(), ...ids.map((entryId) => putBackEntry(of('jay'), { entryId }))])
  for (const entryId of ids) {
    const there = await findEntry(of('jay'), { entryId }).catch(() => null)
    expect(await keysOf([entryId]), 'what is there can be read').toBe(there ? 1 : 0)
    if (there) expect(there).toMatchObject({ isBinned: false, body: { text: 'Wren laughed today.' } })
  }
  await ask(`UPDATE "RetentionRule" SET days = 30 WHERE what = 'journal.bin'`)
  await moveClock('0')
})

test('words that arrive for an entry that is gone for good are refused, not said to be saved: they stay with whoever wrote them', async () => {
  const entryId = await written('priya')
  await binEntry(of('priya'), { entryId })
  await moveClock('31 days')
  await purgeBin()
  for (const step of [1, 2]) await expect(saveText(of('priya'), { entryId, writingId: newId(), step, revision: 1, body: { kind: 'plain', text: 'Written in a tab left open for a month.' } })).rejects.toThrow(NotFound)
  expect(await keysOf([entryId])).toBe(0)
  await moveClock('0')
})
