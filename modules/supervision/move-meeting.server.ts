import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { LocalTime } from './local-time.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { may } from './policy.ts'

export const MoveMeeting = z.object({
  meetingId: z.uuid(), place: z.string().trim().min(2, 'Say where it meets.').max(120),
  startsAt: LocalTime('Choose the day and time.'),
})

/** A meeting moves to another time or place, on the setting's own clock. The rule, and the meetings after it, stay. */
export async function moveMeeting(viewer: Viewer, input: z.input<typeof MoveMeeting>): Promise<void> {
  const { meetingId, place, startsAt } = MoveMeeting.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId)
    authorize(may.changeMeeting, viewer, room)
    if (room.openedAt) throw new Conflict('This meeting has begun, so it cannot be moved.')
    if (room.calledOffAt) throw new Conflict('This meeting was called off.')
    const { timeZone } = await tx.organisation.findUniqueOrThrow({ where: { id: room.organisationId } })
    const at = new Date(Temporal.PlainDateTime.from(startsAt).toZonedDateTime(timeZone).epochMilliseconds)
    if (at < now()) throw new Conflict('That time has passed. Choose one that is still to come.')
    await tx.meeting.updateMany({ where: { id: meetingId }, data: { startsAt: at, place } })
    await record(tx, viewer, 'supervision.meeting-moved', { organisationId: room.organisationId, subjectId: meetingId, from: room.startsAt.toISOString(), to: at.toISOString() })
    await tell(tx, `meeting:${meetingId}`, 'room:changed')
  })
}
