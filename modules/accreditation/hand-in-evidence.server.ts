import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import { isTaken } from '../db/once.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { authorize } from '../policy.ts'
import { declaration } from './declaration.ts'
import { markOf } from './look-for-names.server.ts'
import { findRegistration, refuseIfWithdrawn } from './parts/find-registration.server.ts'
import { keepEvidence } from './parts/keep-evidence.server.ts'
import { may } from './policy.ts'

export const HandInEvidence = z.object({
  id: z.uuid(), registrationId: z.uuid(), kind: z.enum(['answer', 'reflection']), cardId: z.string().max(90).nullable().default(null),
  words: z.string().trim().min(1, 'There are no words in it yet.').max(8000, 'That is longer than fits here.'),
  criterionIds: z.array(z.uuid()).min(1, 'Choose what it shows: one criterion at least.').max(30),
  declared: z.literal(true, 'Tick this when it is true.'),
  /** The mark of the words that were looked through for names. */
  looked: z.string(),
})

/** A learner hands in words of their own for one or more criteria, after they were looked through for names. */
export async function handInEvidence(viewer: Viewer, input: z.input<typeof HandInEvidence>): Promise<void> {
  const { registrationId, looked, declared: _, ...piece } = HandInEvidence.parse(input)
  if (markOf(piece.words) !== looked) throw new Conflict('Look through it for names first. The words have changed since.')
  try {
    await change(viewer, async (tx) => {
      const registration = await findRegistration(tx, registrationId)
      authorize(may.handIn, viewer, registration)
      if (await tx.evidence.findFirst({ where: { id: piece.id, registrationId } })) return
      refuseIfWithdrawn(registration, 'You are not registered on this any more, so nothing was handed in. Your words are still here. Ask whoever coordinates your setting.')
      await keepEvidence(tx, viewer, registration, { ...piece, declarationVersion: declaration.version })
      await record(tx, viewer, 'accreditation.evidence-handed-in', { organisationId: registration.organisationId, subjectId: viewer.id, evidenceId: piece.id, kind: piece.kind, criteria: piece.criterionIds.length })
    })
  } catch (error) {
    if (!isTaken(error)) throw error
    const first = await read(viewer, (tx) => tx.evidence.findFirst({ where: { id: piece.id, registrationId } }))
    if (!first) throw new Conflict('That could not be handed in. Load the page again, then send it again.')
  }
}
