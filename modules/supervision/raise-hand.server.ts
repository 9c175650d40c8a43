import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { may } from './policy.ts'
import { requireMoving } from './states.ts'

export const RaiseHand = z.object({ meetingId: z.uuid(), turnId: z.uuid() })

/** Somebody puts their hand up and waits for their turn to speak. A hand that is up already stays where it is in the queue. */
export async function raiseHand(viewer: Viewer, input: z.input<typeof RaiseHand>): Promise<void> {
  const { meetingId, turnId } = RaiseHand.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId)
    authorize(may.enter, viewer, room)
    requireMoving(room.state)
    const { count } = await tx.turn.createMany({ data: [{ id: turnId, meetingId, organisationId: room.organisationId, itemId: room.itemId, personId: viewer.id }], skipDuplicates: true })
    if (count === 0) return
    await record(tx, viewer, 'supervision.hand-up', { organisationId: room.organisationId, subjectId: meetingId })
    await tell(tx, `meeting:${meetingId}`, 'room:turn')
  })
}
