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
    SELECT a.id, (SELECT p.name FROM "Person" p WHERE p.id = s."personId") AS learner, (SELECT p.name FROM "Person" p WHERE p.id = a."ownerId") AS owner, a."ownerId" = ${viewer.id}::uuid AS "isMine",
      c.number, c.says, a."dueOn", a."dueOn" < app.now()::date AS "isOverdue", n."answeredAt"
    FROM "QualityAction" a JOIN "SampledDecision" s ON s.id = a."sampledId" JOIN "Criterion" c ON c.id = s."criterionId" LEFT JOIN "ActionAnswer" n ON n."actionId" = a.id
    WHERE a."organisationId" = ANY ((SELECT app.my_organisations(ARRAY[${as}]::"Role"[]))::uuid[]) AND NOT EXISTS (SELECT FROM "ActionSettling" t WHERE t."actionId" = a.id)
      AND (n.id IS NULL) = ${isAssessor} AND (${isAssessor} OR app.too_near(s."personId") IS NULL)
    ORDER BY (a."ownerId" = ${viewer.id}::uuid) DESC, a."dueOn", a.id LIMIT 50`)
  return rows.map(({ learner, owner, ...row }) => ({ ...row, learner: learner ?? 'A learner', owner: owner ?? 'Somebody who has left' }))
}
