import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden } from '../errors.ts'
import { holdsSomewhere } from '../policy.ts'
import { may } from './policy.ts'

type Row = { id: string; name: string | null; where: string; title: string; version: number; criteria: number; met: number; waiting: number; waitingSince: Date | null; withdrawnAt: Date | null; isMine: boolean }

export const Learners = z.object({ after: z.uuid().optional(), waitingOnly: z.boolean().default(false), take: z.int().min(1).max(50).default(25) })

/** Registered learners, with what waits for an assessor: those who have waited longest first, then the others; a page at a time. */
export async function learners(viewer: Viewer, input: z.input<typeof Learners> = {}) {
  const { after = null, waitingOnly, take } = Learners.parse(input)
  if (!may.lookOver(viewer)) throw new Forbidden()
  const never = new Date('9999-01-01')
  const rows = await read(viewer, (tx) => tx.$queryRaw<Row[]>`
    WITH waits AS (
      SELECT "registrationId", count(DISTINCT "criterionId")::int AS waiting, min("handedInAt") AS since FROM "EvidenceCriterion" WHERE "decisionId" IS NULL AND "withdrawnAt" IS NULL GROUP BY 1),
    seen AS (
      SELECT r.*, w.waiting, w.since, CASE WHEN r."withdrawnAt" IS NULL THEN coalesce(w.since, ${never}) ELSE ${never} END AS rank
      FROM "Registration" r LEFT JOIN waits w ON w."registrationId" = r.id
      WHERE r."personId" <> ${viewer.id}::uuid AND (NOT ${waitingOnly} OR (w.since IS NOT NULL AND r."withdrawnAt" IS NULL)))
    SELECT s.id, (SELECT p.name FROM "Person" p WHERE p.id = s."personId") AS name, o.name AS where, sp.title, sp.version, s."withdrawnAt", coalesce(s.waiting, 0) AS waiting, s.since AS "waitingSince",
      (SELECT count(*)::int FROM "Criterion" c WHERE c."specificationId" = sp.id) AS criteria,
      (SELECT count(DISTINCT d."criterionId")::int FROM "Decision" d WHERE d."registrationId" = s.id AND d.outcome = 'met'
        AND NOT EXISTS (SELECT FROM "Decision" later WHERE later."registrationId" = s.id AND later."criterionId" = d."criterionId" AND later.attempt > d.attempt)) AS met
    FROM seen s JOIN "Organisation" o ON o.id = s."organisationId" JOIN "Specification" sp ON sp.id = s."specificationId"
    WHERE ${after}::uuid IS NULL OR (s.rank, s.id) > (SELECT last.rank, last.id FROM seen last WHERE last.id = ${after}::uuid)
    ORDER BY s.rank, s.id LIMIT ${take + 1}`)
  const page = rows.slice(0, take).map(({ name, ...row }) => ({ ...row, name: name ?? 'A learner' }))
  return { learners: page, next: rows.length > take ? page.at(-1)!.id : null, decides: holdsSomewhere(viewer, 'assessor') }
}
