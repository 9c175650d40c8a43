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
import { requireMoving } from './states.ts'

export const NextItem = z.object({ meetingId: z.uuid(), fromItemId: z.uuid() })

/** The meeting goes on to the next thing on its agenda, from the one that both sides see. Who presses second is told. */
export async function nextItem(viewer: Viewer, input: z.input<typeof NextItem>): Promise<void> {
  const { meetingId, fromItemId } = NextItem.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId, { lock: true })
    authorize(may.supervise, viewer, room)
    requireMoving(room.state)
    if (room.itemId !== fromItemId) throw new Conflict('Your colleague has moved on already. The page shows where you are now.')
    const from = await tx.agendaItem.findUniqueOrThrow({ where: { id: fromItemId } })
    const next = await tx.agendaItem.findFirst({ where: { meetingId, position: { gt: from.position } }, orderBy: { position: 'asc' } })
    if (!next) throw new Conflict('That was the last thing on the agenda. You can close the meeting.')
    await tx.agendaItem.updateMany({ where: { id: from.id }, data: { endedAt: now() } })
    await tx.agendaItem.updateMany({ where: { id: next.id }, data: { startedAt: now() } })
    await tx.meeting.updateMany({ where: { id: meetingId }, data: { itemId: next.id } })
    await tx.turn.updateMany({ where: { meetingId, startedAt: { not: null }, endedAt: null }, data: { endedAt: now() } })
    await record(tx, viewer, 'supervision.item-begun', { organisationId: room.organisationId, subjectId: meetingId, itemId: next.id })
    await tell(tx, `meeting:${meetingId}`, 'room:item')
  })
}
