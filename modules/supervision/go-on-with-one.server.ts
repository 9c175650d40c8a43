import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { Override } from './open-room.server.ts'
import { endGap } from './parts/note-return.server.ts'
import { requireStandby } from './parts/require-standby.server.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { may } from './policy.ts'
import { gapSince, requireOpen } from './states.ts'

export const GoOnWithOne = Override.extend({ meetingId: z.uuid() })

/** The other supervisor had to go: the one who is left goes on, writes down why, and names the adult standing by. */
export async function goOnWithOne(viewer: Viewer, input: z.input<typeof GoOnWithOne>): Promise<void> {
  const { meetingId, reason, standbyId } = GoOnWithOne.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId, { lock: true })
    authorize(may.supervise, viewer, room)
    requireOpen(room.state)
    const since = gapSince(room, now())
    if (room.hasOverride || !since) throw new Conflict('Both supervisors are here, or this has been written down already.')
    const mine = room.adults.find((adult) => adult.personId === viewer.id)
    if (!mine?.until || mine.until <= now()) throw new Conflict('Come into the room first.')
    await requireStandby(tx, room, standbyId, viewer)
    const seal = await sealNew(tx, { table: 'MeetingOpening', id: meetingId, organisationId: room.organisationId })
    await tx.meetingOpening.updateMany({ where: { meetingId, standbyId: null }, data: { overrideReason: seal('overrideReason', reason), standbyId } })
    await endGap(tx, room, since, now())
    await record(tx, viewer, 'supervision.went-on-with-one', { organisationId: room.organisationId, subjectId: meetingId, standbyId })
    await tell(tx, `meeting:${meetingId}`, 'room:changed')
  })
}
