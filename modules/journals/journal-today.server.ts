import { opener } from '../crypto/seal.server.ts'
import { days, now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { namesOf } from './adults-to-share-with.server.ts'
import { titleOf } from './body.ts'
import { bodyFrom } from './parse-body.ts'

/** What Today says of the journal: the entry one was writing in the last two days and has shared with nobody, and what waits to be read or answered. */
export async function journalToday(viewer: Viewer) {
  return read(viewer, async (tx) => {
    const last = await tx.journalEntry.findFirst({ where: { personId: viewer.id, binnedAt: null }, orderBy: [{ startedAt: 'desc' }, { id: 'desc' }], include: { shares: { where: { takenBackAt: null }, select: { id: true } } } })
    const isUnfinished = last !== null && last.shares.length === 0 && last.savedAt.getTime() > now().getTime() - days(2)
    const open = await opener(tx, 'JournalEntry', isUnfinished ? [last.id] : [])
    const shares = await tx.journalShare.findMany({
      where: { withId: viewer.id, takenBackAt: null }, orderBy: [{ sharedAt: 'desc' }, { id: 'desc' }], take: 10,
      select: { id: true, entryId: true, fromId: true, sharedAt: true, openedAt: true, replies: { where: { byId: viewer.id }, select: { id: true } } },
    })
    const names = await namesOf(tx, shares.map(({ fromId }) => fromId))
    return {
      unfinished: isUnfinished ? { entryId: last.id, title: titleOf(bodyFrom(open(last.id, 'body', last.body))), savedAt: last.savedAt } : null,
      lastEntryAt: last?.startedAt ?? null,
      sharedWithMe: shares.map((share) => ({
        shareId: share.id, entryId: share.entryId, fromName: names.get(share.fromId)!, sharedAt: share.sharedAt, openedAt: share.openedAt, answered: share.replies.length > 0,
      })),
    }
  })
}
