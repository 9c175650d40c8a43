import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { registerNews } from './events.ts'
import { may } from './policy.ts'

export const AnswerAdjustment = z.object({
  id: z.uuid(), adjustmentId: z.uuid(), isAgreed: z.enum(['yes', 'no'], 'Choose one of the two.').transform((said) => said === 'yes'),
  words: z.string().trim().min(1, 'Write what is done, or what is possible instead.').max(4000, 'That is longer than fits here.'),
})

const first = 'A colleague has answered this already. What you wrote is still here; theirs is on the page.'

/** A coordinator says what is done about an adjustment. Those who carry it out read this answer, and not why it was asked. */
export async function answerAdjustment(viewer: Viewer, input: z.input<typeof AnswerAdjustment>): Promise<void> {
  const { id, adjustmentId, isAgreed, words } = AnswerAdjustment.parse(input)
  await once(() => change(viewer, async (tx) => {
    const adjustment = await tx.adjustment.findUnique({ where: { id: adjustmentId }, include: { answer: { select: { id: true } } } })
    if (!adjustment) throw new NotFound()
    const { organisationId, personId, registrationId } = adjustment
    authorize(may.answerAdjustment, viewer, adjustment)
    if (adjustment.answer?.id === id) return
    if (adjustment.answer) throw new Conflict(first)
    const seal = await sealNew(tx, { table: 'AdjustmentAnswer', id, organisationId })
    await tx.adjustmentAnswer.createMany({ data: [{ id, organisationId, adjustmentId, registrationId, personId, isAgreed, words: seal('words', words), byId: viewer.id }] })
    await record(tx, viewer, 'registers.adjustment-answered', { organisationId, subjectId: personId, answerId: id, adjustmentId })
    await tell(tx, `person:${personId}`, registerNews.answered, { adjustmentId })
  }), first)
}

/** A coordinator ends an adjustment that is not needed any more. */
export async function endAdjustment(viewer: Viewer, input: { adjustmentId: string }): Promise<void> {
  const adjustmentId = z.uuid().parse(input.adjustmentId)
  await change(viewer, async (tx) => {
    const answer = await tx.adjustmentAnswer.findUnique({ where: { adjustmentId } })
    if (!answer) throw new NotFound()
    authorize(may.answerAdjustment, viewer, answer)
    const { count } = await tx.adjustmentAnswer.updateMany({ where: { adjustmentId, endedAt: null, isAgreed: true }, data: { endedAt: now(), endedById: viewer.id } })
    if (count > 0) await record(tx, viewer, 'registers.adjustment-ended', { organisationId: answer.organisationId, subjectId: answer.personId, adjustmentId })
  })
}
