import { z } from 'zod'
import { decideAgain, DecideAgain } from '../accreditation/decide-again.server.ts'
import { holdRegistration } from '../accreditation/hold-registration.server.ts'
import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { qualityNews } from './events.ts'
import { standsIn } from './parts/stands-in.server.ts'
import { may } from './policy.ts'

export const AnswerAction = z.object({
  id: z.uuid(), actionId: z.uuid(), words: z.string().trim().min(1, 'Say what you did, or why you keep it.').max(4000, 'That is longer than fits here.'),
  /** Decided again; without it the assessor keeps the decision and says why. */
  decision: DecideAgain.optional(),
})

/** An assessor answers a quality assurer: decides again on the same evidence, or keeps the decision and says why. The quality assurer settles it. */
export async function answerAction(viewer: Viewer, input: z.input<typeof AnswerAction>): Promise<void> {
  const { id, actionId, words, decision } = AnswerAction.parse(input)
  await change(viewer, async (tx) => {
    const action = await tx.qualityAction.findUnique({ where: { id: actionId }, include: { sampled: true, settling: true } })
    if (!action) throw new NotFound()
    const { organisationId, registrationId, sampled } = action
    authorize(may.answer, viewer, action)
    await holdRegistration(tx, registrationId)
    const before = await tx.actionAnswer.findUnique({ where: { actionId }, select: { id: true } })
    if (before?.id === id) return
    if (before || action.settling) throw new Conflict('This has been answered already. Your words are still here.')
    if (decision) await decideAgain(tx, viewer, { ...decision, insteadOf: (await standsIn(tx, sampled)).id })
    const seal = await sealNew(tx, { table: 'ActionAnswer', id, organisationId })
    await tx.actionAnswer.createMany({ data: [{ id, organisationId, actionId, decisionId: decision?.id ?? null, words: seal('words', words), byId: viewer.id }] })
    await record(tx, viewer, 'quality.action-answered', { organisationId, subjectId: sampled.personId, answerId: id, actionId, isDecidedAgain: decision !== undefined })
    await tell(tx, `person:${action.byId}`, qualityNews.answered, { actionId })
  })
}
