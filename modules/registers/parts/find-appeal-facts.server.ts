import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { NotFound } from '../../errors.ts'

/** An appeal with what came of it, and whether the viewer had a part in what it is about. */
export async function findAppealFacts(tx: Tx, viewer: Viewer, id: string) {
  const appeal = await tx.appeal.findUnique({ where: { id }, include: { taking: true, outcome: true, decision: true } })
  if (!appeal) throw new NotFound()
  const { registrationId, criterionId, decisionId } = appeal
  const decided = await tx.decision.count({ where: { registrationId, criterionId, byId: viewer.id } })
  const heard = await tx.appealTaking.count({ where: { byId: viewer.id, appealId: { not: id }, appeal: { decisionId } } })
  return { ...appeal, hasNoPart: decided + heard === 0 }
}
