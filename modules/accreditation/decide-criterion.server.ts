import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { assessmentNews } from './events.ts'
import { findRegistration, refuseIfWithdrawn } from './parts/find-registration.server.ts'
import { may } from './policy.ts'
import { newestOf } from './states.ts'

export const DecideCriterion = z.object({
  id: z.uuid(), registrationId: z.uuid(), criterionId: z.uuid(),
  /** Which time this is, as the page said; whoever else decides it in the meantime was first. */
  attempt: z.coerce.number().int().min(1).max(99),
  /** The pieces the assessor had before them. What came later waits on. */
  evidenceIds: z.array(z.uuid()).min(1, 'There is no evidence to decide about.').max(100),
  outcome: z.enum(['met', 'not_yet', 'insufficient'], 'Choose one of the three.'),
  isValid: z.boolean(), isAuthentic: z.boolean(), isCurrent: z.boolean(), isSufficient: z.boolean(),
  feedback: z.string().trim().min(1, 'Write a line to the learner.').max(4000, 'That is longer than fits here.'),
}).refine((given) => given.outcome !== 'met' || (given.isValid && given.isAuthentic && given.isCurrent && given.isSufficient), { path: ['outcome'], message: 'Met needs all four ticks. If one is missing, choose another answer and say what is missing.' })

const first = 'A colleague has decided this one already. Your words are still here; what they decided is on the learner’s page.'

/** An assessor decides one criterion for one learner, on the evidence before them, and writes to the learner. */
export async function decideCriterion(viewer: Viewer, input: z.input<typeof DecideCriterion>): Promise<void> {
  const { evidenceIds, feedback, ...decision } = DecideCriterion.parse(input)
  const { id, registrationId, criterionId, attempt } = decision
  await changeOnce(viewer, async (tx) => {
    const registration = await findRegistration(tx, registrationId)
    authorize(may.decide, viewer, registration)
    if (await tx.decision.findFirst({ where: { id, registrationId, criterionId, byId: viewer.id } })) return
    refuseIfWithdrawn(registration, 'This learner has been withdrawn, so nothing can be decided. Your words are still here.')
    const before = await tx.decision.findMany({ where: { registrationId, criterionId }, select: { attempt: true, outcome: true } })
    if (before.length >= attempt || newestOf(before)?.outcome === 'met') throw new Conflict(first)
    const { organisationId, personId } = registration
    const seal = await sealNew(tx, { table: 'Decision', id, organisationId })
    await tx.decision.createMany({ data: [{ ...decision, attempt: before.length + 1, organisationId, personId, byId: viewer.id, feedback: seal('feedback', feedback) }] })
    const { count } = await tx.evidenceCriterion.updateMany({ where: { registrationId, criterionId, evidenceId: { in: evidenceIds }, decisionId: null, withdrawnAt: null }, data: { decisionId: id } })
    if (count !== new Set(evidenceIds).size) throw new Conflict('The learner has taken something back since you opened this. Your words are still here. Load the page again to see what is there now.')
    await record(tx, viewer, 'accreditation.criterion-decided', { organisationId, subjectId: personId, registrationId, criterionId, decisionId: id, outcome: decision.outcome, attempt: before.length + 1 })
    await tell(tx, `person:${personId}`, assessmentNews.decided, { registrationId })
  }, {
    mine: (tx) => tx.decision.findFirst({ where: { id, registrationId, criterionId, byId: viewer.id } }),
    otherwise: first,
  })
}
