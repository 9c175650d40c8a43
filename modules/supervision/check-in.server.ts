import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { sealAgain, sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { may } from './policy.ts'
import { requireOpen } from './states.ts'

export const CheckIn = z.object({
  meetingId: z.uuid(), checkInId: z.uuid(),
  /** 1 (low) to 5 (good); empty: they pass. */
  scale: z.union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(5)]).nullable(),
  word: z.string().trim().max(60, 'A word or two is enough here.').default(''),
})

/** Somebody says how they arrive: a number and a word if they like, or they pass. They can say it anew while the room is open. */
export async function checkIn(viewer: Viewer, input: z.input<typeof CheckIn>): Promise<void> {
  const { meetingId, checkInId, scale, word } = CheckIn.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId)
    authorize(may.enter, viewer, room)
    requireOpen(room.state)
    const before = await tx.checkIn.findUnique({ where: { meetingId_personId: { meetingId, personId: viewer.id } } })
    const id = before?.id ?? checkInId
    const seal = before ? await sealAgain(tx, 'CheckIn', id) : await sealNew(tx, { table: 'CheckIn', id, organisationId: room.organisationId })
    const said = { scale, word: scale !== null && word ? seal('word', word) : null, at: now() }
    if (before) await tx.checkIn.updateMany({ where: { id }, data: said })
    else await tx.checkIn.createMany({ data: [{ id, meetingId, personId: viewer.id, organisationId: room.organisationId, ...said }] })
    await record(tx, viewer, 'supervision.checked-in', { organisationId: room.organisationId, subjectId: meetingId })
    await tell(tx, `meeting:${meetingId}`, 'room:check-in')
  })
}
