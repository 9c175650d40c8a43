import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { journalNews } from './events.ts'

export const BinEntry = z.object({ entryId: z.uuid() })

/** A writer puts an entry in the bin. Whoever could read it cannot any more. It can be put back. */
export async function binEntry(viewer: Viewer, input: z.input<typeof BinEntry>): Promise<void> {
  const { entryId } = BinEntry.parse(input)
  return change(viewer, async (tx) => {
    const entry = await tx.journalEntry.findUnique({ where: { id: entryId }, include: { shares: { where: { takenBackAt: null } } } })
    if (!entry) throw new NotFound()
    const { count } = await tx.journalEntry.updateMany({ where: { id: entryId, binnedAt: null }, data: { binnedAt: now() } })
    if (count === 0) return
    await tx.journalShare.updateMany({ where: { entryId, takenBackAt: null }, data: { takenBackAt: now() } })
    for (const share of entry.shares) await tell(tx, `person:${share.withId}`, journalNews.takenBack, { shareId: share.id })
    await record(tx, viewer, 'journal.binned', { organisationId: entry.organisationId, subjectId: entryId })
  })
}

/** The writer takes an entry out of the bin again. It is theirs alone, whoever could read it before. */
export async function putBackEntry(viewer: Viewer, input: z.input<typeof BinEntry>): Promise<void> {
  const { entryId } = BinEntry.parse(input)
  return change(viewer, async (tx) => {
    const entry = await tx.journalEntry.findUnique({ where: { id: entryId } })
    if (!entry) throw new NotFound()
    const { count } = await tx.journalEntry.updateMany({ where: { id: entryId, binnedAt: { not: null } }, data: { binnedAt: null } })
    if (count > 0) await record(tx, viewer, 'journal.put-back', { organisationId: entry.organisationId, subjectId: entryId })
  })
}
