import { z } from 'zod'
import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { namesOf } from './adults-to-share-with.server.ts'
import { may } from './policy.ts'

const pageLength = 20

/** What was shared with this adult and not taken back, newest first, twenty at a time; and what colleagues wrote back where they see to it. */
export async function sharedWithMe(viewer: Viewer, input: { before?: string | null } = {}) {
  const before = z.uuid().nullish().parse(input.before)
  authorize(may.beHanded, viewer)
  return read(viewer, async (tx) => {
    const cursor = before ? await tx.journalShare.findUnique({ where: { id: before }, select: { id: true, sharedAt: true } }) : null
    const rows = await tx.journalShare.findMany({
      where: { withId: viewer.id, takenBackAt: null, ...(cursor && { OR: [{ sharedAt: { lt: cursor.sharedAt } }, { sharedAt: cursor.sharedAt, id: { lt: cursor.id } }] }) },
      orderBy: [{ sharedAt: 'desc' }, { id: 'desc' }],
      take: pageLength + 1,
      select: { id: true, fromId: true, sharedAt: true, openedAt: true, replies: { select: { id: true } } },
    })
    const page = rows.slice(0, pageLength)
    const overseen = await tx.journalReply.findMany({ where: { byId: { not: viewer.id } }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: pageLength })
    const names = await namesOf(tx, [...page.map(({ fromId }) => fromId), ...overseen.flatMap(({ byId, toId }) => [byId, toId])])
    const open = await opener(tx, 'JournalReply', overseen.map(({ id }) => id))
    return {
      shares: page.map((share) => ({ shareId: share.id, fromName: names.get(share.fromId)!, sharedAt: share.sharedAt, openedAt: share.openedAt, isAnswered: share.replies.length > 0 })),
      next: rows.length > pageLength ? page.at(-1)!.id : null,
      overseen: overseen.map(({ id, byId, toId, at, body }) => ({ id, byName: names.get(byId)!, toName: names.get(toId)!, at, words: open(id, 'body', body) ?? '' })),
    }
  })
}
