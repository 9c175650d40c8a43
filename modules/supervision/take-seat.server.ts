import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { after, minutes, now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { refuseIfUnvetted } from '../vetting/refuse-if-unvetted.server.ts'
import { noteReturn } from './parts/note-return.server.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { isAdult, may } from './policy.ts'
import { isTooEarly } from './states.ts'
import { seatLease } from './two-adults.ts'

export const TakeSeat = z.object({ meetingId: z.uuid() })

/** Who comes in later than this is marked late. */
const lateAfter = minutes(10)

/** Somebody of the group comes in, to the lobby or the open room; or comes back. The register sees a mentor come in. */
export async function takeSeat(viewer: Viewer, input: z.input<typeof TakeSeat>): Promise<void> {
  const { meetingId } = TakeSeat.parse(input)
  return change(viewer, async (tx) => {
    const { part } = await findRoomFacts(tx, meetingId)
    const room = await findRoomFacts(tx, meetingId, { lock: isAdult(part) })
    authorize(may.enter, viewer, room)
    if (room.state.is === 'over') throw new Conflict('This meeting is over.')
    if (room.state.is === 'called-off') throw new Conflict('This meeting was called off.')
    if (!room.openedAt && isTooEarly(room.startsAt, now())) throw new Conflict('You can come in from half an hour before it starts.')

    // Whoever has a seat here comes back to it: what ran out since is asked at the next meeting.
    if (room.part && isAdult(room.part) && !(await tx.seat.count({ where: { meetingId, personId: viewer.id } }))) await refuseIfUnvetted(tx, viewer, { organisationId: room.organisationId, personId: viewer.id, roles: [room.part] })
    const [seat] = await tx.$queryRaw<{ heldUntil: Date | null; leftAt: Date | null }[]>`
      INSERT INTO "Seat" ("meetingId", "personId", "organisationId", "heldUntil") VALUES (${meetingId}::uuid, ${viewer.id}::uuid, ${room.organisationId}::uuid, ${after(seatLease)})
      ON CONFLICT ("meetingId", "personId") DO UPDATE SET "heldUntil" = excluded."heldUntil", "leftAt" = NULL, "lostAt" = NULL
      RETURNING old."heldUntil", old."leftAt"`
    const before = seat?.leftAt ?? seat?.heldUntil ?? null
    if (before && before > now()) return // here already, in another tab

    if (isAdult(room.part)) await noteReturn(tx, room, viewer.id, before)
    if (room.part === 'mentor' && room.openedAt && (await tx.registerMark.count({ where: { meetingId, personId: viewer.id } })) === 0) {
      const isLate = now().getTime() - Math.max(room.openedAt.getTime(), room.startsAt.getTime()) > lateAfter
      await tx.registerMark.createMany({ data: [{ id: newId(), organisationId: room.organisationId, meetingId, personId: viewer.id, mark: isLate ? 'late' : 'present' }] })
    }
    await record(tx, viewer, 'supervision.came-in', { organisationId: room.organisationId, subjectId: meetingId })
    await tell(tx, `meeting:${meetingId}`, 'room:presence')
  })
}
