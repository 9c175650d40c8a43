import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

export const OpenActions = z.object({ as: z.enum(['assessor', 'quality_assurer']), after: z.uuid().optional(), take: z.int().min(1).max(50).default(5) })

export type OpenAction = { id: string; learner: string; owner: string; isMine: boolean; number: string; says: string; dueOn: Date; isOverdue: boolean; answeredAt: Date | null }
type Row = Omit<OpenAction, 'learner' | 'owner'> & { learner: string | null; owner: string | null }

/**
 * Actions that are open: for an assessor those not answered yet, their own before those of colleagues; for a quality assurer those that were answered
 * and wait to be settled. The nearest day first, a page at a time.
 */
export async function openActions(viewer: Viewer, input: z.input<typeof OpenActions>): Promise<{ actions: OpenAction[]; next: string | null }> {
  const { as, after = null, take } = OpenActions.parse(input)
  const isAssessor = as === 'assessor'
  const rows = await read(viewer, (tx) => tx.$queryRaw<Row[]>`
    WITH open AS MATERIALIZED (
      SELECT a.id, a."ownerId", a."dueOn", s."personId", s."criterionId", n."answeredAt"
      FROM "QualityAction" a JOIN "SampledDecision" s ON s.id = a."sampledId" LEFT JOIN "ActionAnswer" n ON n."actionId" = a.id
      WHERE a."organisationId" = ANY ((SELECT app.my_organisations(ARRAY[${as}]::"Role"[]))::uuid[]) AND NOT EXISTS (SELECT FROM "ActionSettling" t WHERE t."actionId" = a.id) AND (n.id IS NULL) = ${isAssessor}),
    near AS MATERIALIZED (SELECT n.learner AS who FROM app.near((SELECT array_agg("personId") FROM open WHERE NOT ${isAssessor})) n),
    page AS MATERIALIZED (SELECT * FROM open WHERE "personId" NOT IN (SELECT who FROM near)
      AND (${after}::uuid IS NULL OR ("ownerId" <> ${viewer.id}::uuid, "dueOn", id) > (SELECT l."ownerId" <> ${viewer.id}::uuid, l."dueOn", l.id FROM "QualityAction" l WHERE l.id = ${after}::uuid))
      ORDER BY "ownerId" <> ${viewer.id}::uuid, "dueOn", id LIMIT ${take + 1})
    SELECT a.id, (SELECT p.name FROM "Person" p WHERE p.id = a."personId") AS learner, (SELECT p.name FROM "Person" p WHERE p.id = a."ownerId") AS owner, a."ownerId" = ${viewer.id}::uuid AS "isMine",
      c.number, c.says, a."dueOn", a."dueOn" < app.now()::date AS "isOverdue", a."answeredAt"
    FROM page a JOIN "Criterion" c ON c.id = a."criterionId" ORDER BY a."ownerId" <> ${viewer.id}::uuid, a."dueOn", a.id`)
  const actions = rows.slice(0, take).map(({ learner, owner, ...row }) => ({ ...row, learner: learner ?? 'A learner', owner: owner ?? 'Somebody who has left' }))
  return { actions, next: rows.length > take ? actions.at(-1)!.id : null }
}
