import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { roomSignal } from './events.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { may } from './policy.ts'
import { requireOpen } from './states.ts'

export const PressQuietSignal = z.object({ meetingId: z.uuid(), signalId: z.uuid() })

/**
 * "I need an adult": a mentor presses it quietly, also while the room stands still. Only supervisors are told, each on their own channel:
 * those in the room, or all of the group's when none is.
 */
export async function pressQuietSignal(viewer: Viewer, input: z.input<typeof PressQuietSignal>): Promise<void> {
  const { meetingId, signalId } = PressQuietSignal.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId)
    authorize(may.signal, viewer, room)
    requireOpen(room.state)
    const waiting = await tx.quietSignal.count({ where: { meetingId, fromId: viewer.id, answeredAt: null } })
    if (waiting > 0) return // pressed already: somebody is being told, or has been
    const { count } = await tx.quietSignal.createMany({ data: [{ id: signalId, meetingId, organisationId: room.organisationId, fromId: viewer.id }], skipDuplicates: true })
    if (count === 0) return
    await record(tx, viewer, 'supervision.signal-pressed', { organisationId: room.organisationId, subjectId: meetingId })
    const here = room.adults.filter((adult) => adult.until && adult.until > now())
    for (const { personId } of here.length > 0 ? here : room.adults) await tell(tx, `person:${personId}`, roomSignal, { meetingId })
  })
}
