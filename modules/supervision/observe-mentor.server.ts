import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { sealAgain, sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { may } from './policy.ts'
import { roomSignal } from './events.ts'

/** `revision`: which save the page began from; 0 for a new note. */
export const ObserveMentor = z.object({
  meetingId: z.uuid(), observationId: z.uuid(), mentorId: z.uuid('Choose whom it is about.'),
  words: z.string().trim().min(1, 'Write the note first.').max(4000), revision: z.coerce.number().int().min(0),
})

const elsewhere = 'This note was saved from another page since. Both texts are kept: copy what you need, then load the page again.'

/**
 * A supervisor notes how a mentor copes. Only the group's two supervisors read it; the room is told nothing. A save that began from an older
 * one overwrites nothing. Can be written after the meeting too.
 */
export async function observeMentor(viewer: Viewer, input: z.input<typeof ObserveMentor>): Promise<{ observationId: string; revision: number }> {
  const { meetingId, observationId, mentorId, words, revision } = ObserveMentor.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId)
    authorize(may.supervise, viewer, room)
    if ((await tx.groupMember.count({ where: { groupId: room.groupId, personId: mentorId, part: 'mentor' } })) === 0) throw new NotFound()
    const before = await tx.observation.findUnique({ where: { meetingId_mentorId_byId: { meetingId, mentorId, byId: viewer.id } } })
    const id = before?.id ?? observationId
    if (before) {
      const seal = await sealAgain(tx, 'Observation', id)
      const { count } = await tx.observation.updateMany({ where: { id, revision }, data: { words: seal('words', words), revision: revision + 1, savedAt: now() } })
      if (count === 0) throw new Conflict(elsewhere)
    } else {
      const seal = await sealNew(tx, { table: 'Observation', id, organisationId: room.organisationId })
      await once(() => tx.observation.createMany({ data: [{ id, meetingId, mentorId, byId: viewer.id, organisationId: room.organisationId, words: seal('words', words) }] }), elsewhere)
      await record(tx, viewer, 'supervision.observed', { organisationId: room.organisationId, subjectId: mentorId, meetingId })
    }
    for (const { personId } of room.adults) if (personId !== viewer.id) await tell(tx, `person:${personId}`, roomSignal, { meetingId })
    return { observationId: id, revision: before ? revision + 1 : 1 }
  })
}
