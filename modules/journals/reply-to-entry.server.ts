import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { overseersOf } from './adults-to-share-with.server.ts'
import { journalNews } from './events.ts'
import { may } from './policy.ts'

export const ReplyToEntry = z.object({ replyId: z.uuid(), shareId: z.uuid(), words: z.string().trim().min(1, 'Write a line or two first.').max(6000, 'That is longer than fits here.') })

/** The named adult writes back. The young person reads it, and so can the other supervisor: there is no private channel. */
export async function replyToEntry(viewer: Viewer, input: z.input<typeof ReplyToEntry>): Promise<void> {
  const { replyId, shareId, words } = ReplyToEntry.parse(input)
  await changeOnce(viewer, async (tx) => {
    const share = await tx.journalShare.findUnique({ where: { id: shareId } })
    if (!share) throw new NotFound('This was taken back, or it is not yours to see. What you wrote has not been sent to anybody.')
    authorize(may.reply, viewer, share)
    if (await tx.journalReply.findFirst({ where: { id: replyId, shareId } })) return

    const seal = await sealNew(tx, { table: 'JournalReply', id: replyId, organisationId: share.organisationId })
    await tx.journalReply.createMany({ data: [{ id: replyId, organisationId: share.organisationId, shareId, byId: viewer.id, toId: share.fromId, body: seal('body', words) }] })
    await record(tx, viewer, 'journal.replied', { organisationId: share.organisationId, subjectId: share.fromId, shareId, replyId })
    for (const personId of [share.fromId, ...(await overseersOf(tx, share.fromId, viewer.id))]) await tell(tx, `person:${personId}`, journalNews.replied, { shareId })
  }, {
    mine: (tx) => tx.journalReply.findFirst({ where: { id: replyId, shareId, byId: viewer.id } }),
    otherwise: 'That could not be sent. Load this page again, then send it again.',
  })
}
