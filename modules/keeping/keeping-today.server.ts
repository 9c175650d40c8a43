import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { keptOf } from './ways.ts'

/** A colleague asks this viewer to agree (`askedAt`; with `id` where they asked once), or so many records have been kept long enough and wait for somebody's word. */
export type KeptToday = { id: string | null; label: string | null; count: number; askedByName: string | null; askedAt: Date | null }

/** What of keeping waits for this viewer: who asks them to agree, and how much is due. Never what it is about. */
export const keepingToday = (viewer: Viewer): Promise<KeptToday[]> => read(viewer, async (tx) => {
  const rows = await tx.$queryRaw<(Omit<KeptToday, 'label'> & { rule: string | null })[]>`
    SELECT CASE WHEN count(*) = 1 THEN min(d.id::text) END AS id, d.rule, sum(d.count)::int AS count, coalesce((SELECT p.name FROM "Person" p WHERE p.id = d."askedById"), (SELECT n.name FROM app.adult_destruction_names() n WHERE n.id = d."askedById")) AS "askedByName", min(d."askedAt") AS "askedAt"
    FROM "Destruction" d WHERE d."endedAt" IS NULL AND d."askedById" <> ${viewer.id}::uuid GROUP BY d."organisationId", d.rule, d."askedById"
    UNION ALL SELECT NULL, NULL, count(*)::int, NULL, NULL FROM app.due() t WHERE NOT t."isHeld" AND NOT EXISTS (SELECT FROM "DestructionItem" i WHERE i."subjectId" = t."subjectId" AND NOT i."isKept") HAVING count(*) > 0
    ORDER BY 5 LIMIT 10`
  return rows.map(({ rule, ...row }) => ({ ...row, label: rule && keptOf(rule).label }))
})
