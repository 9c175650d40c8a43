import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { standardAgenda } from './agenda.ts'
import { requireStandby } from './parts/require-standby.server.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { may } from './policy.ts'

export const Override = z.object({
  reason: z.string().trim().min(10, 'Say in a sentence why the room goes on with one adult.').max(1000),
  standbyId: z.uuid('Name the adult who is standing by.'),
})
export const OpenRoom = z.object({ meetingId: z.uuid(), override: Override.optional() })

/**
 * A supervisor opens the room: with both supervisors in it, or alone with a recorded reason and a named adult standing by. The agenda is
 * laid, the check-in round begins, and the register sees who is here.
 */
export async function openRoom(viewer: Viewer, input: z.input<typeof OpenRoom>): Promise<void> {
  const { meetingId, override } = OpenRoom.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId, { lock: true })
    authorize(may.supervise, viewer, room)
    if (room.state.is === 'over') throw new Conflict('This meeting is over.')
    if (room.state.is === 'called-off') throw new Conflict('This meeting was called off.')
    if (room.openedAt) throw new Conflict('The room is open already.')
    const mine = room.adults.find((adult) => adult.personId === viewer.id)
    if (!mine?.until || mine.until <= now()) throw new Conflict('Come into the room first.')
    const needsOverride = room.state.is === 'lobby' && room.state.missing.length > 0
    if (needsOverride && !override) throw new Conflict('Both supervisors have to be here, a youth worker and a mental-health specialist. Or write down why it starts with one, and who stands by.')

    const why = needsOverride ? override : undefined
    if (why) await requireStandby(tx, room, why.standbyId, viewer)
    const overrideReason = why ? (await sealNew(tx, { table: 'MeetingOpening', id: meetingId, organisationId: room.organisationId }))('overrideReason', why.reason) : null
    await once(() => tx.meetingOpening.createMany({ data: [{ meetingId, organisationId: room.organisationId, byId: viewer.id, overrideReason, standbyId: why?.standbyId ?? null }] }), 'The room is open already.')

    const items = standardAgenda.map((item) => ({ ...item, id: newId(), meetingId, organisationId: room.organisationId, startedAt: item.kind === 'check-in' ? now() : null }))
    await tx.agendaItem.createMany({ data: items })
    await tx.meeting.updateMany({ where: { id: meetingId }, data: { itemId: items[0]!.id } })
    const here = await tx.seat.findMany({ where: { meetingId, leftAt: null, heldUntil: { gt: now() }, personId: { notIn: room.adults.map((adult) => adult.personId) } } })
    await tx.registerMark.createMany({ data: here.map((seat) => ({ id: newId(), organisationId: room.organisationId, meetingId, personId: seat.personId, mark: 'present' })) })
    await record(tx, viewer, 'supervision.room-opened', { organisationId: room.organisationId, subjectId: meetingId, withOverride: Boolean(why), standbyId: why?.standbyId })
    await tell(tx, `meeting:${meetingId}`, 'room:opened')
  })
}
