import type { Tx } from '../../db/transaction.server.ts'

type Found = { missing: number; left: number; isMarked: boolean; hasSharer: boolean; number: number | null; isAgreed: boolean }

/** The keys of a record: each is there; or it is destroyed as two people agreed, and none is, nor who shared it. Gives back what is not so. */
export async function verifyAdultKeys(tx: Tx, id: string, length: number): Promise<{ brokenAt: number; why: string } | null> {
  const [found] = await tx.$queryRaw<Found[]>`
    SELECT k.missing, k."left", x."adultConcernId" IS NOT NULL AS "isMarked", EXISTS (SELECT FROM "AdultSharer" s WHERE s."adultConcernId" = ${id}::uuid) AS "hasSharer", e.number,
      EXISTS (SELECT FROM "Destruction" d JOIN "DestructionItem" i ON i."destructionId" = d.id
        WHERE d.id::text = e.facts->>'destructionId' AND d.id = x."destructionId" AND i."subjectId" = e."adultConcernId" AND NOT i."isKept" AND d."isDestroyed" AND d."organisationId" = e."organisationId" AND d.rule = e.facts->>'rule'
          -- Done again after a restore, the line is nobody's.
          AND d."askedById"::text = e.facts->>'askedById' AND (e."byId" IS NULL OR d."endedById" = e."byId") AND d."endedById" <> d."askedById") AS "isAgreed"
    FROM app.keys_of_adult(${id}::uuid) k LEFT JOIN "AdultDestroyed" x ON x."adultConcernId" = ${id}::uuid LEFT JOIN "AdultLine" e ON e."adultConcernId" = ${id}::uuid AND e.kind = 'destroyed'`
  const { missing, left, isMarked, hasSharer, number, isAgreed } = found!
  const broken = (why: string) => ({ brokenAt: number ?? length, why })
  if (number === null && !isMarked) return missing > 0 ? broken('A key is gone, and nobody agreed that it is destroyed.') : null
  if (number === null || !isMarked || !isAgreed) return broken('It is destroyed, and not as two people agreed.')
  if (left > 0 || hasSharer) return broken('It is destroyed, and a key of it is there, or who shared it.')
  return number === length ? null : broken('Something was added after it was destroyed.')
}
