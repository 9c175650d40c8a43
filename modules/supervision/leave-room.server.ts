import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { may } from './policy.ts'

export const LeaveRoom = z.object({ meetingId: z.uuid() })

/** Somebody leaves on purpose: the room shows them as gone, their hand goes down. */
export async function leaveRoom(viewer: Viewer, input: z.input<typeof LeaveRoom>): Promise<void> {
  const { meetingId } = LeaveRoom.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId)
    authorize(may.enter, viewer, room)
    const { count } = await tx.seat.updateMany({ where: { meetingId, personId: viewer.id, leftAt: null }, data: { leftAt: now() } })
    if (count === 0) return
    await tx.turn.updateMany({ where: { meetingId, personId: viewer.id, endedAt: null }, data: { endedAt: now() } })
    await record(tx, viewer, 'supervision.left', { organisationId: room.organisationId, subjectId: meetingId })
    await tell(tx, `meeting:${meetingId}`, 'room:presence')
  })
}
