import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { onServer } from '#tests/support/template.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { whatArrived } from '../audit/what-arrived.server.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { adultsToShareWith } from './adults-to-share-with.server.ts'
import { plainOf } from './body.ts'
import { findEntry } from './find-entry.server.ts'
import { journalToday } from './journal-today.server.ts'
import { openSharedEntry } from './open-shared-entry.server.ts'
import { replyToEntry } from './reply-to-entry.server.ts'
import { saveText } from './save-text.server.ts'
import { shareEntry } from './share-entry.server.ts'
import { sharedWithMe } from './shared-with-me.server.ts'
import { takeBackEntry } from './take-back-entry.server.ts'

let cast: Cast
const of = (name: string) => cast.people[name]!
const writingId = newId()
const write = (name: string, entryId: string, text: string, step = 1) => saveText(of(name), { entryId, writingId, step, revision: step - 1, body: { kind: 'plain', text } })
const readers = (name: string) => read(of(name), (tx) => adultsToShareWith(tx, of(name)))

beforeAll(async () => {
  cast = await theCast()
  const group = newId()
  const member = (name: string, part: string) => `INSERT INTO "GroupMember" ("organisationId", "groupId", "personId", part) VALUES ('${cast.riverside}', '${group}', '${of(name).id}', '${part}');`
  await onServer(databaseUrl(), `INSERT INTO "SupervisionGroup" (id, "organisationId", name, place, rule, "firstAt", minutes) VALUES ('${group}', '${cast.riverside}', 'Thursday', 'Room 4', 'FREQ=WEEKLY;INTERVAL=2', '2026-09-03T15:40', 60);
    ${member('amara', 'mentor')} ${member('jay', 'mentor')} ${member('marcus', 'youth_worker')} ${member('helen', 'specialist')}`)
})

test('a mentor may share with the supervisors of their group; without a group, with the youth workers of their setting', async () => {
  expect(await readers('amara')).toMatchObject([{ name: 'Helen', replyReadBy: [{ name: 'Marcus' }] }, { name: 'Marcus', replyReadBy: [{ name: 'Helen' }] }])
  expect(await readers('zia')).toMatchObject([{ name: 'Leon', replyReadBy: [{ name: 'Helen' }] }])
  const entryId = newId()
  await write('amara', entryId, 'only for my own people')
  for (const name of ['fatima', 'leon', 'grace', 'jay', 'hana']) await expect(shareEntry(of('amara'), { shareId: newId(), entryId, withId: of(name).id }), name).rejects.toThrow(Forbidden)
  await expect(shareEntry(of('jay'), { shareId: newId(), entryId, withId: of('marcus').id })).rejects.toThrow(NotFound)
})

test('what is shared is the text of that moment; reading and answering are told; taking back is at once', async () => {
  const [entryId, shareId, replyId] = [newId(), newId(), newId()]
  await write('amara', entryId, 'I nearly jumped in with advice.')
  const share = { shareId, entryId, withId: of('marcus').id }
  await shareEntry(of('amara'), share)
  await shareEntry(of('amara'), share)
  await expect(shareEntry(of('amara'), { ...share, shareId: newId() })).rejects.toThrow(Conflict)
  await write('amara', entryId, 'I nearly jumped in with advice. And this is only for me.', 2)

  expect((await journalToday(of('marcus'))).sharedWithMe).toMatchObject([{ shareId, fromName: 'Amara', openedAt: null, answered: false }])
  const opened = await openSharedEntry(of('marcus'), { shareId })
  expect(plainOf(opened.body)).toBe('I nearly jumped in with advice.')
  expect(opened.replyReadBy).toEqual(['Helen'])
  await openSharedEntry(of('marcus'), { shareId })

  await replyToEntry(of('marcus'), { replyId, shareId, words: 'Noticing it is the skill.' })
  await replyToEntry(of('marcus'), { replyId, shareId, words: 'Noticing it is the skill.' })
  expect(await whatArrived(of('marcus'), { ids: [replyId] })).toEqual([replyId])
  const seen = (await findEntry(of('amara'), { entryId })).shares[0]!
  expect(seen).toMatchObject({ withName: 'Marcus', isOlderThanText: true, replyReadBy: ['Helen'], replies: [{ byName: 'Marcus', words: 'Noticing it is the skill.' }] })
  expect(seen.openedAt).not.toBeNull()
  const acts = await read(of('marcus'), (tx) => tx.act.findMany({ where: { kind: { startsWith: 'journal.' } }, orderBy: { id: 'asc' } }))
  expect(acts.map(({ kind }) => kind)).toEqual(['journal.opened', 'journal.replied'])

  // Helen sees to it that there is no private channel: she reads what Marcus wrote, and not what Amara wrote.
  expect(await sharedWithMe(of('helen'))).toMatchObject({ shares: [], overseen: [{ byName: 'Marcus', toName: 'Amara', words: 'Noticing it is the skill.' }] })
  await expect(openSharedEntry(of('helen'), { shareId })).rejects.toThrow(NotFound)

  await takeBackEntry(of('amara'), { shareId })
  await takeBackEntry(of('amara'), { shareId })
  await expect(openSharedEntry(of('marcus'), { shareId })).rejects.toThrow(NotFound)
  await expect(replyToEntry(of('marcus'), { replyId: newId(), shareId, words: 'One more thing' })).rejects.toThrow(NotFound)
  expect(await sharedWithMe(of('marcus'))).toMatchObject({ shares: [] })
  expect(await read(of('marcus'), (tx) => tx.rowKey.count({ where: { rowId: shareId } }))).toBe(0)
  expect((await findEntry(of('amara'), { entryId })).shares[0]).toMatchObject({ replies: [{ words: 'Noticing it is the skill.' }] })
})

test('nobody but the writer, the named adult and the one who oversees sees any of it', async () => {
  const [entryId, shareId] = [newId(), newId()]
  await write('jay', entryId, 'for Helen')
  await shareEntry(of('jay'), { shareId, entryId, withId: of('helen').id })
  await replyToEntry(of('helen'), { replyId: newId(), shareId, words: 'Thank you for this.' })
  for (const [name, viewer] of Object.entries(cast.people)) {
    const seen = await read(viewer, async (tx) => [await tx.journalShare.count({ where: { id: shareId } }), await tx.journalReply.count({ where: { shareId } }), await tx.journalEntry.count({ where: { id: entryId } })])
    expect([name, ...seen]).toEqual([name, ...({ jay: [1, 1, 1], helen: [1, 1, 0], marcus: [0, 1, 0] }[name] ?? [0, 0, 0])])
    if (name === 'helen') continue
    await expect(openSharedEntry(viewer, { shareId }), name).rejects.toThrow(NotFound)
    await expect(replyToEntry(viewer, { replyId: newId(), shareId, words: 'in between' }), name).rejects.toThrow(name === 'jay' ? Forbidden : NotFound)
    if (name !== 'jay') await expect(takeBackEntry(viewer, { shareId }), name).rejects.toThrow(NotFound)
  }
  await expect(takeBackEntry(of('helen'), { shareId })).rejects.toThrow(Forbidden)
})
