import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { may } from './policy.ts'
import { requireOpen } from './states.ts'

export const SayNothingWaits = z.object({ meetingId: z.uuid() })

/** A supervisor has said it, as every time: anything serious goes to the youth worker at once, never saved for supervision. */
export async function sayNothingWaits(viewer: Viewer, input: z.input<typeof SayNothingWaits>): Promise<void> {
  const { meetingId } = SayNothingWaits.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId)
    authorize(may.supervise, viewer, room)
    requireOpen(room.state)
    const { count } = await tx.safetyReminder.createMany({ data: [{ meetingId, organisationId: room.organisationId, byId: viewer.id }], skipDuplicates: true })
    if (count === 0) return // it has been said; who ticked it first stands
    await record(tx, viewer, 'supervision.nothing-waits-said', { organisationId: room.organisationId, subjectId: meetingId })
    await tell(tx, `meeting:${meetingId}`, 'room:item')
  })
}
