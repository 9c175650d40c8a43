import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { may } from './policy.ts'
import { requireOpen } from './states.ts'

export const KeepNote = z.object({ meetingId: z.uuid(), noteId: z.uuid(), words: z.string().trim().min(1, 'Write the line first.').max(400, 'One line: 400 letters at most.') })

/** A line of "what we keep from today", by anybody in the group, for everybody in it. Also while the room stands still. */
export async function keepNote(viewer: Viewer, input: z.input<typeof KeepNote>): Promise<void> {
  const { meetingId, noteId, words } = KeepNote.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId)
    authorize(may.enter, viewer, room)
    requireOpen(room.state)
    if ((await tx.keptNote.count({ where: { id: noteId, byId: viewer.id } })) > 0) return // the same form, sent again
    const seal = await sealNew(tx, { table: 'KeptNote', id: noteId, organisationId: room.organisationId })
    await tx.keptNote.createMany({ data: [{ id: noteId, meetingId, organisationId: room.organisationId, byId: viewer.id, words: seal('words', words) }] })
    await record(tx, viewer, 'supervision.note-kept', { organisationId: room.organisationId, subjectId: meetingId, noteId })
    await tell(tx, `meeting:${meetingId}`, 'room:kept')
  })
}
