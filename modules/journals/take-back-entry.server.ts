import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { tell } from '../live/tell.server.ts'
import { journalNews } from './events.ts'
import { may } from './policy.ts'

export const TakeBackEntry = z.object({ shareId: z.uuid() })

/** The writer takes an entry back: from this moment the adult cannot read it any more. What the adult wrote back stays. */
export async function takeBackEntry(viewer: Viewer, input: z.input<typeof TakeBackEntry>): Promise<void> {
  const { shareId } = TakeBackEntry.parse(input)
  return change(viewer, async (tx) => {
    const share = await tx.journalShare.findUnique({ where: { id: shareId } })
    if (!share) throw new NotFound()
    authorize(may.takeBack, viewer, share)
    const { count } = await tx.journalShare.updateMany({ where: { id: shareId, takenBackAt: null }, data: { takenBackAt: now() } })
    if (count === 0) return
    await record(tx, viewer, 'journal.taken-back', { organisationId: share.organisationId, subjectId: share.entryId, shareId, withId: share.withId })
    await tell(tx, `person:${share.withId}`, journalNews.takenBack, { shareId })
  })
}
