import { z } from 'zod'
import { Mark } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { may } from './policy.ts'
import { requireOpen } from './states.ts'
import { roomSignal } from './events.ts'

export const MarkRegister = z.object({ meetingId: z.uuid(), markId: z.uuid(), personId: z.uuid(), mark: z.enum(Mark) })

/** A supervisor puts the register right: late, absent, excused, present. What stood before stays on record. Also after the meeting. */
export async function markRegister(viewer: Viewer, input: z.input<typeof MarkRegister>): Promise<void> {
  const { meetingId, markId, personId, mark } = MarkRegister.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId)
    authorize(may.supervise, viewer, room)
    if (room.state.is !== 'over') requireOpen(room.state)
    if ((await tx.groupMember.count({ where: { groupId: room.groupId, personId, part: 'mentor' } })) === 0) throw new NotFound()
    const { count } = await tx.registerMark.createMany({ data: [{ id: markId, meetingId, organisationId: room.organisationId, personId, mark, markedById: viewer.id }], skipDuplicates: true })
    if (count === 0) return
    await record(tx, viewer, 'supervision.register-marked', { organisationId: room.organisationId, subjectId: personId, meetingId, mark })
    // A mark is the mentor's and the supervisors' to know, not the room's.
    for (const id of new Set([personId, ...room.adults.map((adult) => adult.personId)])) await tell(tx, `person:${id}`, roomSignal, { meetingId })
  })
}
