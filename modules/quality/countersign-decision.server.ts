import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { isGoodOn } from './is-good-on.ts'
import { may } from './policy.ts'

/** An assessor whose own qualification is good stands by a decision of a colleague whose had run out. Once. */
export async function countersignDecision(viewer: Viewer, input: { decisionId: string }): Promise<void> {
  const decisionId = z.uuid().parse(input.decisionId)
  await change(viewer, async (tx) => {
    const decision = await tx.decision.findUnique({ where: { id: decisionId } })
    if (!decision) throw new NotFound()
    authorize(may.countersign, viewer, decision)
    const { organisationId, personId } = decision
    const before = await tx.countersignature.findUnique({ where: { decisionId } })
    if (before?.byId === viewer.id) return
    if (before) throw new Conflict('A colleague has countersigned this already.')
    const mine = await tx.staffQualification.findMany({ where: { organisationId, personId: viewer.id, kind: 'assessing' } })
    if (!mine.some((one) => isGoodOn(one, now()))) throw new Conflict('To countersign, your own assessor’s qualification has to be on record here and in date. A coordinator or quality assurer writes it down.')
    await once(() => tx.countersignature.createMany({ data: [{ decisionId, organisationId, byId: viewer.id }] }), 'A colleague has countersigned this already.')
    await record(tx, viewer, 'quality.decision-countersigned', { organisationId, subjectId: personId, decisionId })
  })
}
