import { z } from 'zod'
import { after, now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { tell } from '../live/tell.server.ts'
import { noteReturn } from './parts/note-return.server.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { isAdult } from './policy.ts'
import { seatLease } from './two-adults.ts'

export const RenewSeat = z.object({ meetingId: z.uuid() })

/**
 * The open page says that somebody is still here. Tells the room only when presence changes: when this seat was lost and is back, or when
 * others are seen to be lost. False when there is no seat to renew: left on purpose, or the meeting is over.
 */
export async function renewSeat(viewer: Viewer, input: z.input<typeof RenewSeat>): Promise<boolean> {
  const { meetingId } = RenewSeat.parse(input)
  return change(viewer, async (tx) => {
    const [seat] = await tx.$queryRaw<{ before: Date }[]>`
      UPDATE "Seat" SET "heldUntil" = ${after(seatLease)}, "lostAt" = NULL
      WHERE "meetingId" = ${meetingId}::uuid AND "personId" = ${viewer.id}::uuid AND "leftAt" IS NULL
        AND NOT EXISTS (SELECT FROM "MeetingClosing" c WHERE c."meetingId" = ${meetingId}::uuid)
      RETURNING old."heldUntil" AS before`
    if (!seat) return false
    const lost = await tx.$queryRaw<{ personId: string }[]>`SELECT app.lapse_seats(${meetingId}::uuid) AS "personId"`
    const wasLost = seat.before <= now()
    if (wasLost) {
      const { part } = await findRoomFacts(tx, meetingId)
      if (isAdult(part)) await noteReturn(tx, await findRoomFacts(tx, meetingId, { lock: true }), viewer.id, seat.before)
    }
    if (wasLost || lost.length > 0) await tell(tx, `meeting:${meetingId}`, 'room:presence')
    return true
  })
}
