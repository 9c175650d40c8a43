import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { may } from './policy.ts'

export const CallOffMeeting = z.object({ meetingId: z.uuid() })

/** A meeting does not take place. It stays in the list, so that nobody stands before a locked door. */
export async function callOffMeeting(viewer: Viewer, input: z.input<typeof CallOffMeeting>): Promise<void> {
  const { meetingId } = CallOffMeeting.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId)
    authorize(may.changeMeeting, viewer, room)
    if (room.openedAt) throw new Conflict('This meeting has begun. Close it instead.')
    const { count } = await tx.meeting.updateMany({ where: { id: meetingId, calledOffAt: null }, data: { calledOffAt: now() } })
    if (count === 0) return
    await record(tx, viewer, 'supervision.meeting-called-off', { organisationId: room.organisationId, subjectId: meetingId })
    await tell(tx, `meeting:${meetingId}`, 'room:changed')
  })
}
