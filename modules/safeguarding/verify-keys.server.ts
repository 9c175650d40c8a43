import type { Tx } from '../db/transaction.server.ts'

type Found = { missing: number; left: number; isDestroyed: boolean; isAgreed: boolean }

/** The keys of a concern: each is there; or it is destroyed as two people agreed, and none is. Gives back what is not so. */
export async function verifyKeys(tx: Tx, concernId: string): Promise<string | null> {
  const [found] = await tx.$queryRaw<Found[]>`
    SELECT k.missing, k."left", e.id IS NOT NULL AS "isDestroyed", EXISTS (SELECT FROM "Destruction" d JOIN "DestructionItem" i ON i."destructionId" = d.id
      WHERE d.id::text = e.facts->>'destructionId' AND i."subjectId" = e."concernId" AND NOT i."isKept" AND d."isDestroyed" AND d."organisationId" = e."organisationId" AND d.rule = e.facts->>'rule'
        -- Done again after a restore, the line is nobody's.
        AND d."askedById"::text = e.facts->>'askedById' AND (e."byId" IS NULL OR d."endedById" = e."byId") AND d."endedById" <> d."askedById") AS "isAgreed"
    FROM app.keys_of_concern(${concernId}::uuid) k LEFT JOIN "ChronologyEntry" e ON e."concernId" = ${concernId}::uuid AND e.kind = 'destroyed'`
  const { missing, left, isDestroyed, isAgreed } = found!
  if (!isDestroyed) return missing > 0 ? 'A key is gone, and nobody agreed that it is destroyed.' : null
  if (left > 0) return 'It is destroyed, and a key of it is there.'
  return isAgreed ? null : 'It is destroyed, and not as two people agreed.'
}
