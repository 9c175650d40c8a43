import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

export type OpenAction = { id: string; learner: string; owner: string; isMine: boolean; number: string; says: string; dueOn: Date; isOverdue: boolean; answeredAt: Date | null }
type Row = Omit<OpenAction, 'learner' | 'owner'> & { learner: string | null; owner: string | null }

/**
 * Actions that are open: for an assessor those not answered yet, their own before those of colleagues; for a quality assurer those that were answered
 * and wait to be settled. The nearest day first.
 */
export async function openActions(viewer: Viewer, as: 'assessor' | 'quality_assurer'): Promise<OpenAction[]> {
  const isAssessor = as === 'assessor'
  const rows = await read(viewer, (tx) => tx.$queryRaw<Row[]>`
    WITH open AS MATERIALIZED (
      SELECT a.id, a."ownerId", a."dueOn", s."personId", s."criterionId", n."answeredAt"
      FROM "QualityAction" a JOIN "SampledDecision" s ON s.id = a."sampledId" LEFT JOIN "ActionAnswer" n ON n."actionId" = a.id
      WHERE a."organisationId" = ANY ((SELECT app.my_organisations(ARRAY[${as}]::"Role"[]))::uuid[]) AND NOT EXISTS (SELECT FROM "ActionSettling" t WHERE t."actionId" = a.id) AND (n.id IS NULL) = ${isAssessor}),
    near AS MATERIALIZED (SELECT n.learner AS who FROM app.near((SELECT array_agg("personId") FROM open WHERE NOT ${isAssessor})) n),
    page AS MATERIALIZED (SELECT * FROM open WHERE "personId" NOT IN (SELECT who FROM near) ORDER BY ("ownerId" = ${viewer.id}::uuid) DESC, "dueOn", id LIMIT 50)
    SELECT a.id, (SELECT p.name FROM "Person" p WHERE p.id = a."personId") AS learner, (SELECT p.name FROM "Person" p WHERE p.id = a."ownerId") AS owner, a."ownerId" = ${viewer.id}::uuid AS "isMine",
      c.number, c.says, a."dueOn", a."dueOn" < app.now()::date AS "isOverdue", a."answeredAt"
    FROM page a JOIN "Criterion" c ON c.id = a."criterionId" ORDER BY (a."ownerId" = ${viewer.id}::uuid) DESC, a."dueOn", a.id`)
  return rows.map(({ learner, owner, ...row }) => ({ ...row, learner: learner ?? 'A learner', owner: owner ?? 'Somebody who has left' }))
}
