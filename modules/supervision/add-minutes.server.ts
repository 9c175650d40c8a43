import { z } from 'zod'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { record } from '../audit/record.server.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { may } from './policy.ts'
import { requireMoving } from './states.ts'

/** `had`: how many the page showed as added, so that the same press sent twice, or two people's at once, adds once. */
export const AddMinutes = z.object({ meetingId: z.uuid(), itemId: z.uuid(), had: z.coerce.number().int().min(0).max(120) })

/** Two more minutes for what is being talked about. */
export async function addMinutes(viewer: Viewer, input: z.input<typeof AddMinutes>): Promise<void> {
  const { meetingId, itemId, had } = AddMinutes.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId)
    authorize(may.supervise, viewer, room)
    requireMoving(room.state)
    const { count } = await tx.agendaItem.updateMany({ where: { id: itemId, meetingId, addedMinutes: had, startedAt: { not: null }, endedAt: null }, data: { addedMinutes: had + 2 } })
    if (count === 0) throw new Conflict('Your colleague has changed the time already. The page shows it now.')
    await record(tx, viewer, 'supervision.minutes-added', { organisationId: room.organisationId, subjectId: meetingId, itemId })
    await tell(tx, `meeting:${meetingId}`, 'room:item')
  })
}
