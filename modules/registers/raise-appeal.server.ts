import { z } from 'zod'
import { holdRegistration, refuseIfWithdrawn } from '../accreditation/hold-registration.server.ts'
import { record } from '../audit/record.server.ts'
import { after } from '../clock.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'
import { appealAnsweredWithin } from './sizes.ts'

export const RaiseAppeal = z.object({ id: z.uuid(), decisionId: z.uuid(), words: z.string().trim().min(1, 'Write a few words: what should they look at again?').max(4000, 'That is longer than fits here.') })

const already = 'Somebody is looking at this already. What you wrote is still here.'

/** A learner asks that somebody else looks at a decision; and, once that is answered, a second time by a quality assurer. */
export async function raiseAppeal(viewer: Viewer, input: z.input<typeof RaiseAppeal>): Promise<void> {
  const { id, decisionId, words } = RaiseAppeal.parse(input)
  await once(() => change(viewer, async (tx) => {
    const decision = await tx.decision.findUnique({ where: { id: decisionId } })
    if (!decision) throw new NotFound()
    authorize(may.raiseAppeal, viewer, decision)
    const { registrationId, criterionId, organisationId, personId } = decision
    const registration = await holdRegistration(tx, registrationId)
    const before = await tx.appeal.findMany({ where: { decisionId }, orderBy: { stage: 'asc' }, include: { outcome: true } })
    if (before.some((one) => one.id === id)) return
    refuseIfWithdrawn(registration, 'You are not registered on this any more, so it cannot be looked at here. What you wrote is still here. Ask whoever coordinates your setting.')
    const later = await tx.decision.count({ where: { registrationId, criterionId, attempt: { gt: decision.attempt } } })
    if (decision.outcome === 'met' || later > 0) throw new Conflict('It was decided again since. Look at your portfolio: the newest decision is the one to ask about. What you wrote is still here.')
    if (before.some(({ outcome }) => !outcome)) throw new Conflict(already)
    if (before.length >= 2) throw new Conflict('Two people have looked at this again. You can still go to the awarding body: whoever coordinates your setting tells you how. What you wrote is still here.')
    const seal = await sealNew(tx, { table: 'Appeal', id, organisationId })
    await record(tx, viewer, 'registers.appeal-raised', { organisationId, subjectId: personId, appealId: id, stage: before.length + 1 })
    await tx.appeal.createMany({ data: [{ id, organisationId, registrationId, personId, criterionId, decisionId, stage: before.length + 1, words: seal('words', words), dueAt: after(appealAnsweredWithin) }] })
  }), already)
}
