import { z } from 'zod'
import { holdRegistration } from '../accreditation/hold-registration.server.ts'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { askOf, Asked } from './parts/ask-of.server.ts'
import { may } from './policy.ts'
import { refuseIfTooNear } from './too-near.server.ts'

/** Without anything asked it is settled; with it, this one ends and the next begins. */
export const SettleAction = z.object({ actionId: z.uuid(), /** The id the form came with, by which its page learns that it has arrived. */ id: z.uuid().optional(), next: Asked.optional() })

/** A quality assurer is done with an action that was answered, or asks once more. */
export async function settleAction(viewer: Viewer, input: z.input<typeof SettleAction>): Promise<void> {
  const { actionId, id, next } = SettleAction.parse(input)
  await change(viewer, async (tx) => {
    const action = await tx.qualityAction.findUnique({ where: { id: actionId }, include: { sampled: true } })
    if (!action) throw new NotFound()
    const { organisationId, registrationId, sampled } = action
    authorize(may.judge, viewer, sampled)
    await holdRegistration(tx, registrationId)
    await refuseIfTooNear(tx, sampled.personId)
    if (next && (await tx.qualityAction.count({ where: { id: next.actionId } })) > 0) return
    if (await tx.actionSettling.findUnique({ where: { actionId } })) {
      if (next) throw new Conflict('A colleague has settled this already. Your words are still here.')
      return
    }
    if (!(await tx.actionAnswer.findUnique({ where: { actionId }, select: { id: true } }))) throw new Conflict('The assessor has not answered yet.')
    await tx.actionSettling.createMany({ data: [{ actionId, organisationId, byId: viewer.id }] })
    await record(tx, viewer, 'quality.action-settled', { organisationId, subjectId: sampled.personId, actionId, isAskedAgain: next !== undefined, ...(id && { settlingId: id }) })
    if (next) await askOf(tx, viewer, sampled, next)
  })
}
