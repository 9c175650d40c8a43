import type { Tx } from '../../db/transaction.server.ts'

/** What stands between a learner and being signed off, in words; empty when nothing does. */
export async function whatIsMissing(tx: Tx, registrationId: string): Promise<string[]> {
  const [row] = await tx.$queryRaw<{ all: number; met: number }[]>`
    SELECT count(*)::int AS all, count(*) FILTER (WHERE (
      SELECT d.outcome FROM "Decision" d WHERE d."registrationId" = r.id AND d."criterionId" = c.id ORDER BY d.attempt DESC LIMIT 1) = 'met')::int AS met
    FROM "Registration" r JOIN "Criterion" c ON c."specificationId" = r."specificationId" WHERE r.id = ${registrationId}::uuid`
  const { all, met } = row!
  return met < all ? [`${met} of ${all} criteria are met. Every one has to be.`] : []
}
