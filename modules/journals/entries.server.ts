import { z } from 'zod'
import { days } from '../clock.ts'
import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { namesOf } from './adults-to-share-with.server.ts'
import { titleOf } from './body.ts'
import { bodyFrom } from './parse-body.ts'
import { may } from './policy.ts'

const pageLength = 20

export const Entries = z.object({ before: z.uuid().nullish(), isBin: z.boolean().default(false) })

/** One's own entries, newest first, twenty at a time. Only the page's own titles are opened. */
export async function entries(viewer: Viewer, input: z.input<typeof Entries> = {}) {
  const { before, isBin } = Entries.parse(input)
  authorize(may.write, viewer)
  return read(viewer, async (tx) => {
    const cursor = before ? await tx.journalEntry.findUnique({ where: { id: before }, select: { startedAt: true, id: true } }) : null
    const rows = await tx.journalEntry.findMany({
      where: {
        personId: viewer.id, binnedAt: isBin ? { not: null } : null,
        ...(cursor && { OR: [{ startedAt: { lt: cursor.startedAt } }, { startedAt: cursor.startedAt, id: { lt: cursor.id } }] }),
      },
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      take: pageLength + 1,
      include: { shares: { where: { takenBackAt: null }, include: { replies: { select: { id: true } } } }, others: { where: { settledAt: null }, select: { id: true } } },
    })
    const page = rows.slice(0, pageLength)
    const names = await namesOf(tx, page.flatMap(({ shares }) => shares.map(({ withId }) => withId)))
    const open = await opener(tx, 'JournalEntry', page.map(({ id }) => id))
    const rule = isBin ? await tx.retentionRule.findUnique({ where: { what: 'journal.bin' }, select: { days: true } }) : null
    return {
      entries: page.map((entry) => ({
        entryId: entry.id, promptId: entry.promptId, startedAt: entry.startedAt, savedAt: entry.savedAt, words: entry.words,
        /** When what lies in the bin is gone for good. */
        goesAt: rule && entry.binnedAt ? new Date(entry.binnedAt.getTime() + days(rule.days)) : null,
        title: titleOf(bodyFrom(open(entry.id, 'body', entry.body))),
        hasTwoTexts: entry.others.length > 0,
        sharedWith: entry.shares.map((share) => ({ name: names.get(share.withId)!, isOpened: share.openedAt !== null, isAnswered: share.replies.length > 0 })),
      })),
      next: rows.length > pageLength ? page.at(-1)!.id : null,
    }
  })
}
