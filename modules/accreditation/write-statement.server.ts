import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { statementDeclaration } from './declaration.ts'
import { assessmentNews } from './events.ts'
import { markOf } from './look-for-names.server.ts'
import { findRegistration, refuseIfWithdrawn } from './parts/find-registration.server.ts'
import { keepEvidence } from './parts/keep-evidence.server.ts'
import { may } from './policy.ts'

export const WriteStatement = z.object({
  id: z.uuid(), registrationId: z.uuid(), kind: z.enum(['discussion', 'witness', 'observation'], 'Choose what it is.'),
  words: z.string().trim().min(1, 'There are no words in it yet.').max(8000, 'That is longer than fits here.'),
  criterionIds: z.array(z.uuid()).min(1, 'Choose what it shows: one criterion at least.').max(30),
  declared: z.literal(true, 'Tick this when it is true.'),
  looked: z.string(),
})

/** A trainer writes down what they saw or heard of a learner, as evidence. From then on the learner and those who assess read it, and not the trainer. */
export async function writeStatement(viewer: Viewer, input: z.input<typeof WriteStatement>): Promise<void> {
  const { registrationId, looked, declared: _, ...piece } = WriteStatement.parse(input)
  if (markOf(piece.words) !== looked) throw new Conflict('Look through it for names first. The words have changed since.')
  const kind = 'accreditation.statement-written'
  await changeOnce(viewer, async (tx) => {
    const registration = await findRegistration(tx, registrationId)
    authorize(may.writeStatement, viewer, registration)
    refuseIfWithdrawn(registration, 'This learner is withdrawn, so nothing was handed in. Your words are still here.')
    await keepEvidence(tx, viewer, registration, { ...piece, cardId: null, declarationVersion: statementDeclaration.version })
    await record(tx, viewer, kind, { organisationId: registration.organisationId, subjectId: registration.personId, evidenceId: piece.id, registrationId })
    await tell(tx, `person:${registration.personId}`, assessmentNews.handedIn, { evidenceId: piece.id })
  }, {
    // The trainer does not read it again; that they wrote it is in their own acts.
    mine: (tx) => tx.act.findFirst({ where: { kind, byId: viewer.id, facts: { path: ['evidenceId'], equals: piece.id } } }),
    otherwise: 'That could not be handed in. Load the page again, then send it again.',
  })
}
