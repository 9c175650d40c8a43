import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { may } from './policy.ts'
import { requireOpen } from './states.ts'

export const CloseRoom = z.object({ meetingId: z.uuid() })

/** A supervisor ends the meeting: what runs stops, and mentors the room never saw are marked absent (which a supervisor can put right). */
export async function closeRoom(viewer: Viewer, input: z.input<typeof CloseRoom>): Promise<void> {
  const { meetingId } = CloseRoom.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId, { lock: true })
    authorize(may.supervise, viewer, room)
    requireOpen(room.state)
    await once(() => tx.meetingClosing.createMany({ data: [{ meetingId, organisationId: room.organisationId, byId: viewer.id }] }), 'This meeting is over.')
    await tx.agendaItem.updateMany({ where: { meetingId, startedAt: { not: null }, endedAt: null }, data: { endedAt: now() } })
    await tx.turn.updateMany({ where: { meetingId, endedAt: null }, data: { endedAt: now() } })
    await tx.seat.updateMany({ where: { meetingId, personId: viewer.id, leftAt: null }, data: { leftAt: now() } })
    const marked = (await tx.registerMark.findMany({ where: { meetingId }, select: { personId: true } })).map((mark) => mark.personId)
    const unseen = await tx.groupMember.findMany({ where: { groupId: room.groupId, part: 'mentor', OR: [{ endsAt: null }, { endsAt: { gt: now() } }], personId: { notIn: marked } } })
    await tx.registerMark.createMany({ data: unseen.map(({ personId }) => ({ id: newId(), organisationId: room.organisationId, meetingId, personId, mark: 'absent' })) })
    await record(tx, viewer, 'supervision.room-closed', { organisationId: room.organisationId, subjectId: meetingId })
    await tell(tx, `meeting:${meetingId}`, 'room:closed')
  })
}
