import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { assessmentNews } from './events.ts'
import { holdRegistration, refuseIfWithdrawn } from './hold-registration.server.ts'
import { may } from './policy.ts'
import { newestOf } from './states.ts'

export const DecideAgain = z.object({
  id: z.uuid(), outcome: z.enum(['met', 'not_yet', 'insufficient'], 'Choose one of the three.'),
  isValid: z.boolean(), isAuthentic: z.boolean(), isCurrent: z.boolean(), isSufficient: z.boolean(),
  feedback: z.string().trim().min(1, 'Write a line to the learner.').max(4000, 'That is longer than fits here.'),
}).refine((given) => given.outcome !== 'met' || (given.isValid && given.isAuthentic && given.isCurrent && given.isSufficient), { path: ['outcome'], message: 'Met needs all four ticks. If one is missing, choose another answer and say what is missing.' })

/**
 * An assessor decides a criterion once more, on the evidence that was looked at before: because a colleague did not agree with it, or the learner
 * did not. It takes the place of `insteadOf`, which has to be the decision that stands. Inside the transaction of whoever had cause for it.
 */
export async function decideAgain(tx: Tx, viewer: Viewer, { insteadOf, ...given }: z.input<typeof DecideAgain> & { insteadOf: string }): Promise<void> {
  const { feedback, ...decision } = DecideAgain.parse(given)
  const first = await tx.decision.findUniqueOrThrow({ where: { id: insteadOf }, select: { registrationId: true, criterionId: true } })
  const registration = await holdRegistration(tx, first.registrationId)
  authorize(may.decide, viewer, registration)
  refuseIfWithdrawn(registration, 'This learner has been withdrawn, so nothing can be decided. Your words are still here.')
  const newest = newestOf(await tx.decision.findMany({ where: first, select: { id: true, attempt: true } }))!
  if (newest.id !== insteadOf) throw new Conflict('It has been decided again since you opened this. Your words are still here. Load the page again to see what stands now.')
  const { id: registrationId, organisationId, personId } = registration
  const seal = await sealNew(tx, { table: 'Decision', id: decision.id, organisationId })
  await tx.decision.createMany({ data: [{ ...decision, ...first, attempt: newest.attempt + 1, organisationId, personId, byId: viewer.id, feedback: seal('feedback', feedback) }] })
  await record(tx, viewer, 'accreditation.criterion-decided', { organisationId, subjectId: personId, registrationId, criterionId: first.criterionId, decisionId: decision.id, outcome: decision.outcome, attempt: newest.attempt + 1, insteadOf })
  await tell(tx, `person:${personId}`, assessmentNews.decided, { registrationId })
}
