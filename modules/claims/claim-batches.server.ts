import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden } from '../errors.ts'
import { may, placesToClaim } from './policy.ts'

type Row = { id: string; title: string; version: number; where: string; madeAt: Date; learners: number; draft: number; sent: number; queried: number; accepted: number }
type Place = { specificationId: string; organisationId: string; title: string; version: number; isExample: boolean; where: string; registered: number; ready: number }

/** A coordinator's batches, the newest first, a page at a time; and for what they could make another. */
export async function claimBatches(viewer: Viewer, input: { after?: string } = {}) {
  const after = z.uuid().optional().parse(input.after) ?? null
  if (!may.claimSomewhere(viewer)) throw new Forbidden()
  const take = 20
  return read(viewer, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT b.id, s.title, s.version, o.name AS where, b."madeAt", counted.* FROM "ClaimBatch" b JOIN "Specification" s ON s.id = b."specificationId" JOIN "Organisation" o ON o.id = b."organisationId"
      CROSS JOIN LATERAL (SELECT count(*)::int AS learners, count(*) FILTER (WHERE n.standing = 'draft')::int AS draft, count(*) FILTER (WHERE n.standing = 'sent')::int AS sent,
          count(*) FILTER (WHERE n.standing = 'queried')::int AS queried, count(*) FILTER (WHERE n.standing = 'accepted')::int AS accepted
        FROM "Claim" c CROSS JOIN LATERAL (SELECT st.standing FROM "ClaimState" st WHERE st."claimId" = c.id ORDER BY st.number DESC LIMIT 1) n WHERE c."batchId" = b.id AND c."takenOutAt" IS NULL) counted
      WHERE b."organisationId" = ANY (${placesToClaim(viewer)}::uuid[]) AND (${after}::uuid IS NULL OR (b."madeAt", b.id) < (SELECT a."madeAt", a.id FROM "ClaimBatch" a WHERE a.id = ${after}::uuid))
      ORDER BY b."madeAt" DESC, b.id DESC LIMIT ${take + 1}`
    const toClaim = await tx.$queryRaw<Place[]>`
      SELECT s.id AS "specificationId", o.id AS "organisationId", s.title, s.version, s."isExample", o.name AS where, count(*)::int AS registered,
        count(*) FILTER (WHERE f.id IS NOT NULL AND c.id IS NULL)::int AS ready
      FROM "Registration" r JOIN "Specification" s ON s.id = r."specificationId" JOIN "Organisation" o ON o.id = r."organisationId"
      LEFT JOIN "SignOff" f ON f."registrationId" = r.id AND f."struckAt" IS NULL LEFT JOIN "Claim" c ON c."registrationId" = r.id AND c."takenOutAt" IS NULL
      WHERE r."organisationId" = ANY (${placesToClaim(viewer)}::uuid[]) AND r."withdrawnAt" IS NULL GROUP BY s.id, o.id ORDER BY o.name, s.title, s.version DESC LIMIT 50`
    const batches = rows.slice(0, take)
    return { batches, next: rows.length > take ? batches.at(-1)!.id : null, toClaim }
  })
}
