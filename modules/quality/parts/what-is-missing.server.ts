import type { Tx } from '../../db/transaction.server.ts'
import { waitForAColleague } from '../is-signed-off.server.ts'

/** What stands between a learner and being signed off, in words; empty when nothing does. */
export async function whatIsMissing(tx: Tx, registrationId: string): Promise<string[]> {
  const [row] = await tx.$queryRaw<{ all: number; met: number }[]>`
    SELECT count(*)::int AS all, count(*) FILTER (WHERE (
      SELECT d.outcome FROM "Decision" d WHERE d."registrationId" = r.id AND d."criterionId" = c.id ORDER BY d.attempt DESC LIMIT 1) = 'met')::int AS met
    FROM "Registration" r JOIN "Criterion" c ON c."specificationId" = r."specificationId" WHERE r.id = ${registrationId}::uuid`
  const { all, met } = row!
  const waiting = await tx.sampledDecision.count({ where: { registrationId, judgement: null } })
  const open = await tx.qualityAction.count({ where: { registrationId, settling: null } })
  const alone = await waitForAColleague(tx, registrationId)
  return [
    ...(met < all ? [`${met} of ${all} criteria are met. Every one has to be.`] : []),
    ...(waiting > 0 ? [waiting === 1 ? 'One decision that was drawn is still to be looked at.' : `${waiting} decisions that were drawn are still to be looked at.`] : []),
    ...(open > 0 ? [open === 1 ? 'An action about one of their decisions is open.' : `${open} actions about their decisions are open.`] : []),
    ...(alone > 0 ? [`${alone === 1 ? 'One decision was' : `${alone} decisions were`} made without a qualification that stands: the assessor’s qualification had run out, or was struck through. Another assessor has to countersign.`] : []),
  ]
}
