import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import { isTaken } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { addToChronology } from './add-to-chronology.server.ts'
import { concernAsViewer } from './concern-as-viewer.server.ts'
import { tellReaders } from './tell-readers.server.ts'
import { may } from './policy.ts'

export const AddNote = z.object({
  id: z.uuid(),
  concernId: z.uuid(),
  words: z.string().trim().min(1, 'Write what you saw, did or decided.').max(10_000, 'That is longer than fits. Split it into two notes.'),
})

/** Somebody who may read a concern adds a line to its chronology. It stays there for good. */
export async function addNote(viewer: Viewer, input: z.input<typeof AddNote>): Promise<void> {
  const { id, concernId, words } = AddNote.parse(input)
  try {
    await change(viewer, async (tx) => {
      const { concern, facts } = await concernAsViewer(tx, viewer, concernId)
      authorize(may.note, viewer, facts)
      if (await tx.chronologyEntry.findUnique({ where: { id }, select: { id: true } })) return
      await addToChronology(tx, { id, concernId, organisationId: concern.organisationId, kind: 'note', words })
      await record(tx, viewer, 'concern.noted', { organisationId: concern.organisationId, subjectId: concernId, lineId: id })
      await tellReaders(tx, viewer, concern)
    })
  } catch (error) {
    // The same note sent twice at once: the other one is in.
    if (!isTaken(error)) throw error
  }
}
