import { z } from 'zod'
import { holdRegistration, refuseIfWithdrawn } from '../accreditation/hold-registration.server.ts'
import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { once } from '../db/once.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { registerNews } from './events.ts'
import { findAppealFacts } from './parts/find-appeal-facts.server.ts'
import { may } from './policy.ts'

export const AnswerAppeal = z.object({
  id: z.uuid(), appealId: z.uuid(), isChanged: z.enum(['yes', 'no'], 'Choose one of the two.').transform((said) => said === 'yes'),
  words: z.string().trim().min(1, 'Write a few words to the learner.').max(4000, 'That is longer than fits here.'),
})

const answered = 'This was answered already. What you wrote is still here.'

/** Whoever looked again says what they saw: the decision stands, or it is changed and the criterion is met. */
export async function answerAppeal(viewer: Viewer, input: z.input<typeof AnswerAppeal>): Promise<void> {
  const { id, appealId, isChanged, words } = AnswerAppeal.parse(input)
  await once(() => change(viewer, async (tx) => {
    const found = await findAppealFacts(tx, viewer, appealId)
    const registration = await holdRegistration(tx, found.registrationId)
    const appeal = await findAppealFacts(tx, viewer, appealId)
    const { organisationId, personId } = appeal
    if (appeal.outcome?.id === id && appeal.outcome.byId === viewer.id) return
    authorize(may.hearAppeal, viewer, appeal)
    if (appeal.outcome) throw new Conflict(answered)
    if (appeal.taking?.byId !== viewer.id) throw new Conflict('Say first that you will look at it. What you wrote is still here.')
    if (isChanged) {
      refuseIfWithdrawn(registration, 'This learner has been withdrawn, so nothing can be decided. You can write that the decision stands, and why. Your words are still here.')
      await decideAnew(tx, viewer, appeal, words)
    }
    const seal = await sealNew(tx, { table: 'AppealOutcome', id, organisationId })
    await record(tx, viewer, 'registers.appeal-answered', { organisationId, subjectId: personId, outcomeId: id, appealId, isChanged })
    await tell(tx, `person:${personId}`, registerNews.answered, { appealId })
    await tx.appealOutcome.createMany({ data: [{ id, organisationId, appealId, personId, isChanged, words: seal('words', words), byId: viewer.id }] })
  }), answered)
}

/** The decision is made anew, as met, by whoever looked again: a further attempt beside the first, which stays. What waits for this criterion goes with it. */
async function decideAnew(tx: Tx, viewer: Viewer, { organisationId, personId, registrationId, criterionId }: { organisationId: string; personId: string; registrationId: string; criterionId: string }, words: string) {
  const before = await tx.decision.findMany({ where: { registrationId, criterionId }, orderBy: { attempt: 'desc' }, select: { outcome: true } })
  if (before[0]?.outcome === 'met') return
  const id = newId()
  const seal = await sealNew(tx, { table: 'Decision', id, organisationId })
  await tx.decision.createMany({ data: [{ id, organisationId, registrationId, personId, criterionId, attempt: before.length + 1, outcome: 'met', isValid: true, isAuthentic: true, isCurrent: true, isSufficient: true, feedback: seal('feedback', words), byId: viewer.id }] })
  await tx.evidenceCriterion.updateMany({ where: { registrationId, criterionId, decisionId: null, withdrawnAt: null }, data: { decisionId: id } })
  await record(tx, viewer, 'accreditation.criterion-decided', { organisationId, subjectId: personId, registrationId, criterionId, decisionId: id, outcome: 'met', attempt: before.length + 1 })
}
