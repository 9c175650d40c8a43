import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { onServer } from '#tests/support/template.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { binEntry, putBackEntry } from './bin-entry.server.ts'
import { plainOf } from './body.ts'
import { chooseText } from './choose-text.server.ts'
import { entries } from './entries.server.ts'
import { findEntry } from './find-entry.server.ts'
import { journalToday } from './journal-today.server.ts'
import { saveText } from './save-text.server.ts'

let cast: Cast
const of = (name: string) => cast.people[name]!
const plain = (text: string) => ({ kind: 'plain' as const, text })
const wordsOf = async (entryId: string, name = 'amara') => plainOf((await findEntry(of(name), { entryId })).body)

/** One open page on an entry: saves in order, from where it began. */
const aPage = (entryId: string, revision = 0, name = 'amara') => {
  const writingId = newId()
  let step = 0
  return {
    write: async (text: string, at = revision) => {
      const saved = await saveText(of(name), { entryId, writingId, step: ++step, revision: at, body: plain(text) })
      if (saved.state === 'saved') revision = saved.revision
      return saved
    },
    send: (text: string, again: number, at = revision) => saveText(of(name), { entryId, writingId, step: again, revision: at, body: plain(text) }),
  }
}

beforeAll(async () => { cast = await theCast() })

test('words are saved, are there again, and are sealed at rest', async () => {
  const entryId = newId()
  const page = aPage(entryId)
  await page.write('I asked how the trials')
  await page.write('I asked how the trials went, and Kestrel smiled.')
  expect(await findEntry(of('amara'), { entryId })).toMatchObject({ revision: 2, body: plain('I asked how the trials went, and Kestrel smiled.') })
  expect((await entries(of('amara'))).entries[0]).toMatchObject({ entryId, title: 'I asked how the trials went, and Kestrel smiled.', words: 9 })
  const { rows } = await onServer(databaseUrl(), `SELECT body FROM "JournalEntry"`) as unknown as { rows: { body: Buffer }[] }
  for (const { body } of rows) expect(body.toString('latin1')).not.toMatch(/trials|Kestrel|plain/)
})

test('sent twice is saved once, and an earlier save that arrives late changes nothing', async () => {
  const entryId = newId()
  const page = aPage(entryId)
  await page.write('one')
  await page.write('one two')
  expect(await page.send('one two', 2)).toEqual({ state: 'saved', revision: 2 })
  expect(await page.send('one', 1, 0)).toEqual({ state: 'saved', revision: 2 })
  expect(await wordsOf(entryId)).toBe('one two')
})

test('an answer lost on its way back is not taken for a second text', async () => {
  const entryId = newId()
  const page = aPage(entryId)
  await page.write('began')
  await page.write('began, went on', 1)
  // The page never heard that this was revision 2, and sends its next words from 1.
  expect(await page.write('began, went on and on', 1)).toEqual({ state: 'saved', revision: 3 })
  expect((await findEntry(of('amara'), { entryId })).others).toEqual([])
})

test('two tabs: neither text is lost, later words of the second land in its own, and the writer chooses', async () => {
  for (const [keep, left] of [['this', 'from the first, more'], ['other', 'from the second, and more'], ['both', 'from the first, more\n\nfrom the second, and more']] as const) {
    const entryId = newId()
    await aPage(entryId).write('from')
    const [first, second] = [aPage(entryId, 1), aPage(entryId, 1)]
    await first.write('from the first')
    expect(await second.write('from the second')).toEqual({ state: 'two', revision: 2 })
    expect(await first.write('from the first, more')).toEqual({ state: 'saved', revision: 3 })
    expect((await second.write('from the second, and more')).state).toBe('two')

    const { others, body } = await findEntry(of('amara'), { entryId })
    expect([plainOf(body), ...others.map((other) => plainOf(other.body))]).toEqual(['from the first, more', 'from the second, and more'])
    await chooseText(of('amara'), { entryId, otherTextId: others[0]!.id, keep })
    await chooseText(of('amara'), { entryId, otherTextId: others[0]!.id, keep: 'other' })
    expect(await findEntry(of('amara'), { entryId })).toMatchObject({ body: plain(left), others: [] })
  }
})

test('two tabs that begin the same entry in one moment are two texts of one entry', async () => {
  const entryId = newId()
  const answers = await Promise.all([aPage(entryId).write('a first line'), aPage(entryId).write('another first line')])
  expect(answers.map(({ state }) => state).sort()).toEqual(['saved', 'two'])
  const found = await findEntry(of('amara'), { entryId })
  expect([plainOf(found.body), plainOf(found.others[0]!.body)].sort()).toEqual(['a first line', 'another first line'])
})

test('going back to a page without script and writing something else keeps both', async () => {
  const entryId = newId()
  const page = aPage(entryId)
  await page.send('the first time', 1, 0)
  expect(await page.send('the first time', 1, 0)).toEqual({ state: 'saved', revision: 1 })
  expect((await page.send('gone back and changed', 1, 0)).state).toBe('two')
  expect((await findEntry(of('amara'), { entryId })).others).toHaveLength(1)
})

test('the same words sent as plain text keep their bold and their lists', async () => {
  const entryId = newId()
  const rich = { kind: 'rich' as const, state: { root: { type: 'root' as const, children: [{ type: 'paragraph', children: [{ type: 'text', text: 'kept', format: 1, style: 'background:url(//x)' }] }, { type: 'list', listType: 'bullet', children: [{ type: 'listitem', children: [{ type: 'text', text: 'a', format: 0 }] }] }] } } }
  await saveText(of('amara'), { entryId, writingId: newId(), step: 1, revision: 0, body: JSON.stringify(rich) })
  await saveText(of('amara'), { entryId, writingId: newId(), step: 1, revision: 1, body: plain('kept\r\n• a') })
  const { body } = await findEntry(of('amara'), { entryId })
  expect(body).toEqual({ kind: 'rich', state: { root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text: 'kept', format: 1 }] }, { type: 'list', listType: 'bullet', children: [{ type: 'listitem', children: [{ type: 'text', text: 'a', format: 0 }] }] }] } } })
})

test('only mentors keep a journal; nobody sees, counts or overwrites another one', async () => {
  const entryId = newId()
  await aPage(entryId, 0, 'jay').write('only for me')
  for (const [name, viewer] of Object.entries(cast.people).filter(([name]) => name !== 'jay')) {
    const attempt = findEntry(viewer, { entryId })
    await expect(attempt, name).rejects.toThrow(['amara', 'priya', 'dylan', 'sofia', 'kofi', 'zia'].includes(name) ? NotFound : Forbidden)
    const seen = await read(viewer, async (tx) => [
      await tx.journalEntry.count({ where: { personId: { not: viewer.id } } }), await tx.journalOtherText.count({ where: { entry: { personId: { not: viewer.id } } } }),
      await tx.rowKey.count({ where: { rowId: entryId } }), await tx.journalShare.count(), await tx.journalReply.count()])
    expect([name, ...seen]).toEqual([name, 0, 0, 0, 0, 0])
  }
  await expect(aPage(entryId, 1, 'amara').write('taken over')).rejects.toThrow(NotFound)
  await expect(aPage(newId(), 0, 'marcus').write('mine?')).rejects.toThrow(Forbidden)
  expect(await wordsOf(entryId, 'jay')).toBe('only for me')
})

test('an entry goes to the bin and comes back; Today speaks of the last one', async () => {
  const entryId = newId()
  const page = aPage(entryId, 0, 'zia')
  await page.write('what a day')
  expect((await journalToday(of('zia'))).unfinished).toMatchObject({ entryId, title: 'what a day' })
  await binEntry(of('zia'), { entryId })
  expect((await entries(of('zia'))).entries).toEqual([])
  expect((await entries(of('zia'), { isBin: true })).entries).toHaveLength(1)
  expect((await journalToday(of('zia'))).unfinished).toBeNull()
  await putBackEntry(of('zia'), { entryId })
  expect(await wordsOf(entryId, 'zia')).toBe('what a day')
  await binEntry(of('zia'), { entryId })
  await page.write('what a day, I was not done')
  expect((await entries(of('zia'))).entries).toHaveLength(1)
})

test('the list comes a page at a time, newest first, without gaps or repeats', async () => {
  for (let count = 1; count <= 23; count++) await aPage(newId(), 0, 'kofi').write(`day ${count}`)
  const first = await entries(of('kofi'))
  const second = await entries(of('kofi'), { before: first.next })
  expect([...first.entries, ...second.entries].map(({ title }) => title)).toEqual(Array.from({ length: 23 }, (_, index) => `day ${23 - index}`))
  expect([first.entries.length, second.next]).toEqual([20, null])
})
