import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { opener } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { namesOf, overseersOf } from './adults-to-share-with.server.ts'
import { journalNews } from './events.ts'
import { bodyFrom } from './parse-body.ts'

/** The named adult opens what was shared with them. The first time is on record, and the writer is told. */
export async function openSharedEntry(viewer: Viewer, input: { shareId: string }) {
  const shareId = z.uuid().parse(input.shareId)
  return change(viewer, async (tx) => {
    const share = await tx.journalShare.findFirst({ where: { id: shareId, withId: viewer.id }, include: { replies: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } } })
    if (!share) throw new NotFound()
    const { count } = await tx.journalShare.updateMany({ where: { id: shareId, openedAt: null }, data: { openedAt: now() } })
    if (count > 0) {
      await record(tx, viewer, 'journal.opened', { organisationId: share.organisationId, subjectId: share.fromId, shareId })
      await tell(tx, `person:${share.fromId}`, journalNews.opened, { entryId: share.entryId })
    }

    const overseers = await overseersOf(tx, share.fromId, viewer.id)
    const names = await namesOf(tx, [share.fromId, ...overseers])
    const openShare = await opener(tx, 'JournalShare', [shareId])
    const openReply = await opener(tx, 'JournalReply', share.replies.map(({ id }) => id))
    return {
      shareId, fromName: names.get(share.fromId)!, sharedAt: share.sharedAt,
      body: bodyFrom(openShare(shareId, 'body', share.body)),
      replyReadBy: overseers.map((id) => names.get(id)!),
      replies: share.replies.map(({ id, at, body }) => ({ id, at, words: openReply(id, 'body', body) ?? '' })),
    }
  })
}
