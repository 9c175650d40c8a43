import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { isTaken } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { adultsToShareWith } from './adults-to-share-with.server.ts'
import { plainOf } from './body.ts'
import { journalNews } from './events.ts'
import { lockEntry } from './parts/lock-entry.server.ts'
import { may } from './policy.ts'

export const ShareEntry = z.object({ shareId: z.uuid(), entryId: z.uuid(), withId: z.uuid('Choose who you want to share it with.') })

/** A writer hands an entry to one named adult, as it reads at this moment. What they write later stays theirs. */
export async function shareEntry(viewer: Viewer, input: z.input<typeof ShareEntry>): Promise<void> {
  const { shareId, entryId, withId } = ShareEntry.parse(input)
  try {
    await change(viewer, async (tx) => {
      const entry = await lockEntry(tx, entryId)
      if (!entry || entry.binnedAt) throw new NotFound()
      const adults = await adultsToShareWith(tx, viewer)
      authorize(may.share, viewer, entry, adults.map(({ id }) => id), withId)
      if (!plainOf(entry.text).trim()) throw new Conflict('There is nothing written here yet.')
      // The same page sent twice is one share.
      if (await tx.journalShare.findFirst({ where: { id: shareId, entryId, withId } })) return

      const seal = await sealNew(tx, { table: 'JournalShare', id: shareId, organisationId: entry.organisationId })
      await tx.journalShare.createMany({ data: [{ id: shareId, organisationId: entry.organisationId, entryId, fromId: viewer.id, withId, body: seal('body', JSON.stringify(entry.text)) }] })
      await record(tx, viewer, 'journal.shared', { organisationId: entry.organisationId, subjectId: entryId, shareId, withId })
      await tell(tx, `person:${withId}`, journalNews.shared, { shareId })
    })
  } catch (error) {
    if (isTaken(error)) throw new Conflict('They can read this entry already. To show them what you have written since, take it back first.')
    throw error
  }
}
