import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import type { Role } from '#prisma/generated/enums.ts'

export type RegisterWaiting = {
  kind: 'second-look' | 'adjustment' | 'case'; id: string; /** The learner; of a case nobody, for whom it is about stands on its own page, where looking is on record. */ name: string | null
  where: string; since: Date; dueAt: Date | null; /** The viewer has taken it. */ isMine: boolean
}

/** What waits on the registers for this viewer to act, the longest first: second looks they may take or have taken, adjustments they answer, cases they look into. For Today. */
export async function registersToday(viewer: Viewer, { take = 5 }: { take?: number } = {}): Promise<RegisterWaiting[]> {
  const where = (...roles: Role[]) => [...new Set(viewer.memberships.filter(({ role }) => roles.includes(role)).map(({ organisationId }) => organisationId))]
  return read(viewer, (tx) => tx.$queryRaw<RegisterWaiting[]>`
    WITH waiting AS (
      (SELECT 'second-look' AS kind, a.id, a."personId", a."organisationId", a."raisedAt" AS since, a."dueAt", t.id IS NOT NULL AS "isMine" FROM "Appeal" a LEFT JOIN "AppealTaking" t ON t."appealId" = a.id
        WHERE a."organisationId" = ANY (${where('quality_assurer', 'assessor')}::uuid[]) AND a."personId" <> ${viewer.id}::uuid AND NOT EXISTS (SELECT FROM "AppealOutcome" o WHERE o."appealId" = a.id)
          AND (t."byId" = ${viewer.id}::uuid OR (t.id IS NULL AND (a.stage = 1 OR a."organisationId" = ANY (${where('quality_assurer')}::uuid[])) AND NOT app.has_part_in(a.id)))
        ORDER BY a."raisedAt", a.id LIMIT ${take})
      UNION ALL
      (SELECT 'adjustment', a.id, a."personId", a."organisationId", a."askedAt", NULL, false FROM "Adjustment" a
        WHERE a."organisationId" = ANY (${where('coordinator')}::uuid[]) AND a."personId" <> ${viewer.id}::uuid AND NOT EXISTS (SELECT FROM "AdjustmentAnswer" n WHERE n."adjustmentId" = a.id)
        ORDER BY a."askedAt", a.id LIMIT ${take})
      UNION ALL
      (SELECT 'case', c.id, NULL, c."organisationId", c."reportedAt", NULL, false FROM "MalpracticeCase" c
        WHERE c."organisationId" = ANY (${where('head', 'quality_assurer')}::uuid[]) AND c."aboutId" <> ${viewer.id}::uuid AND NOT EXISTS (SELECT FROM "MalpracticeEnd" e WHERE e."caseId" = c.id)
        ORDER BY c."reportedAt", c.id LIMIT ${take}))
    SELECT w.kind, w.id, (SELECT p.name FROM "Person" p WHERE p.id = w."personId") AS name, o.name AS where, w.since, w."dueAt", w."isMine"
    FROM waiting w JOIN "Organisation" o ON o.id = w."organisationId" ORDER BY w.since, w.id`)
}
