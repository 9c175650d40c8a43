import { Prisma } from '#prisma/generated/client.ts'
import type { CaseState } from '#prisma/generated/enums.ts'
import { opener } from '../../crypto/seal.server.ts'
import type { Tx } from '../../db/transaction.server.ts'

export type LinkedConcern = {
  concernId: string; raisedAt: Date; raisedByName: string | null; state: CaseState
  /** `same_as`: this one was found to be the same as it; `is_same`: it as this one. */
  how: 'same_person' | 'sibling' | 'same_as' | 'is_same'
  /** The link, which can be ended; or the line of a chronology that says they are the same. */
  linkId: string | null; lineId: string | null
  words: string | null; byName: string | null; at: Date
}

/** A link that was ended: what it was, and why it is not any more. */
export type EndedLink = Pick<LinkedConcern, 'concernId' | 'raisedAt' | 'raisedByName' | 'words' | 'byName' | 'at'> & { linkId: string; how: 'same_person' | 'sibling'; endedAt: Date; endedByName: string | null; endedWhy: string | null }

/** It was not opened again since as one of its own. */
const notOpened = Prisma.sql`NOT EXISTS (SELECT FROM "ChronologyEntry" later WHERE later."concernId" = e."concernId" AND later.kind = 'reopened' AND later.number > e.number)`

/** The concerns that belong together with this one, newest first: of those, the ones this viewer may read as well. */
export async function linkedTo(tx: Tx, { id, organisationId }: { id: string; organisationId: string }): Promise<LinkedConcern[]> {
  const rows = await tx.$queryRaw<(LinkedConcern & { sealed: Uint8Array | null })[]>`
    SELECT l.*, c."raisedAt", h.state::text AS state, (SELECT p.name FROM "Person" p WHERE p.id = c."raisedById") AS "raisedByName", (SELECT p.name FROM "Person" p WHERE p.id = l."byId") AS "byName" FROM (
      SELECT CASE WHEN "concernId" = ${id}::uuid THEN "otherId" ELSE "concernId" END AS "concernId", kind::text AS how, id AS "linkId", NULL::uuid AS "lineId", words AS sealed, "byId", at FROM "ConcernLink" WHERE ${id}::uuid IN ("concernId", "otherId") AND "endedAt" IS NULL
      UNION ALL SELECT (facts->>'ofId')::uuid, 'same_as', NULL, id, NULL, "byId", at FROM "ChronologyEntry" e WHERE "concernId" = ${id}::uuid AND kind = 'duplicate' AND ${notOpened}
      UNION ALL SELECT "concernId", 'is_same', NULL, id, NULL, "byId", at FROM "ChronologyEntry" e WHERE "organisationId" = ${organisationId}::uuid AND kind = 'duplicate' AND facts->>'ofId' = ${id} AND ${notOpened}
    ) l JOIN "Concern" c ON c.id = l."concernId" JOIN "ChronologyHead" h ON h."concernId" = l."concernId" ORDER BY l.at DESC`
  const open = await opener(tx, 'ConcernLink', rows.flatMap(({ linkId }) => linkId ?? []))
  return rows.map(({ sealed, ...row }) => ({ ...row, words: row.linkId && open(row.linkId, 'words', sealed) }))
}

/** The links of this concern that were ended, the newest ending first: of those, the ones whose other concern this viewer keeps as well. */
export async function onceLinkedTo(tx: Tx, id: string): Promise<EndedLink[]> {
  const rows = await tx.$queryRaw<(EndedLink & { sealed: Uint8Array; sealedWhy: Uint8Array | null })[]>`
    SELECT l.id AS "linkId", c.id AS "concernId", l.kind::text AS how, c."raisedAt", (SELECT p.name FROM "Person" p WHERE p.id = c."raisedById") AS "raisedByName", l.words AS sealed, l.at, (SELECT p.name FROM "Person" p WHERE p.id = l."byId") AS "byName",
      l."endedAt", l."endedWhy" AS "sealedWhy", (SELECT p.name FROM "Person" p WHERE p.id = l."endedById") AS "endedByName"
    FROM "ConcernLink" l JOIN "Concern" c ON c.id = CASE l."concernId" WHEN ${id}::uuid THEN l."otherId" ELSE l."concernId" END
    WHERE ${id}::uuid IN (l."concernId", l."otherId") AND l."endedAt" IS NOT NULL AND app.keeps_concern(l."concernId") AND app.keeps_concern(l."otherId") ORDER BY l."endedAt" DESC`
  const open = await opener(tx, 'ConcernLink', rows.map(({ linkId }) => linkId))
  return rows.map(({ sealed, sealedWhy, ...row }) => ({ ...row, words: open(row.linkId, 'words', sealed), endedWhy: open(row.linkId, 'endedWhy', sealedWhy) }))
}
