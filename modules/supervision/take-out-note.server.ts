import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { may } from './policy.ts'
import { requireOpen } from './states.ts'

export const TakeOutNote = z.object({ meetingId: z.uuid(), noteId: z.uuid() })

/** A kept line is taken out again, by whoever wrote it or a supervisor. */
export async function takeOutNote(viewer: Viewer, input: z.input<typeof TakeOutNote>): Promise<void> {
  const { meetingId, noteId } = TakeOutNote.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId)
    const note = await tx.keptNote.findFirst({ where: { id: noteId, meetingId } })
    if (!note) throw new NotFound()
    authorize(may.removeKept, viewer, room, note)
    requireOpen(room.state)
    const { count } = await tx.keptNote.updateMany({ where: { id: noteId, removedAt: null }, data: { removedAt: now() } })
    if (count === 0) return
    await record(tx, viewer, 'supervision.note-taken-out', { organisationId: room.organisationId, subjectId: meetingId, noteId })
    await tell(tx, `meeting:${meetingId}`, 'room:kept')
  })
}
