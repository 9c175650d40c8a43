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

/** `afterTurnId`: whose turn the page showed, or nothing when nobody spoke. */
export const NextTurn = z.object({ meetingId: z.uuid(), afterTurnId: z.union([z.literal('').transform(() => null), z.uuid()]).nullable() })

/** The next person who put their hand up speaks, in the order in which they did. */
export async function nextTurn(viewer: Viewer, input: z.input<typeof NextTurn>): Promise<void> {
  const { meetingId, afterTurnId } = NextTurn.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId, { lock: true })
    authorize(may.supervise, viewer, room)
    requireMoving(room.state)
    const open = await tx.turn.findMany({ where: { meetingId, endedAt: null }, orderBy: [{ askedAt: 'asc' }, { id: 'asc' }] })
    const speaking = open.find((turn) => turn.startedAt)
    if ((speaking?.id ?? null) !== afterTurnId) throw new Conflict('The turn has changed already. The page shows who speaks now.')
    const next = open.find((turn) => !turn.startedAt)
    if (!speaking && !next) throw new Conflict('Nobody has their hand up.')
    if (speaking) await tx.turn.updateMany({ where: { id: speaking.id, endedAt: null }, data: { endedAt: now() } })
    if (next) await tx.turn.updateMany({ where: { id: next.id, endedAt: null }, data: { startedAt: now() } })
    await record(tx, viewer, 'supervision.turn-given', { organisationId: room.organisationId, subjectId: meetingId, turnId: next?.id })
    await tell(tx, `meeting:${meetingId}`, 'room:turn')
  })
}
