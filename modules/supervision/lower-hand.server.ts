import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { may } from './policy.ts'
import { requireMoving } from './states.ts'

export const LowerHand = z.object({ meetingId: z.uuid() })

/** Somebody takes their hand down, or has said what they wanted to say. */
export async function lowerHand(viewer: Viewer, input: z.input<typeof LowerHand>): Promise<void> {
  const { meetingId } = LowerHand.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId)
    authorize(may.enter, viewer, room)
    requireMoving(room.state)
    const { count } = await tx.turn.updateMany({ where: { meetingId, personId: viewer.id, endedAt: null }, data: { endedAt: now() } })
    if (count === 0) return
    await record(tx, viewer, 'supervision.hand-down', { organisationId: room.organisationId, subjectId: meetingId })
    await tell(tx, `meeting:${meetingId}`, 'room:turn')
  })
}
