import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden } from '../errors.ts'
import { may } from './policy.ts'
import { sayWhy } from './weigh.ts'

type Row = { id: string; learner: string | null; assessor: string | null; where: string; unit: string; number: string; says: string; outcome: 'met' | 'not_yet' | 'insufficient'; drawnAt: Date; why: string[]; isForAColleague: boolean }
export const ToLookAt = z.object({ after: z.uuid().optional(), take: z.int().min(1).max(50).default(25) })

/** What was drawn and waits for a quality assurer, the longest first, a page at a time. What somebody stands too near to is marked as a colleague's. */
export async function toLookAt(viewer: Viewer, input: z.input<typeof ToLookAt> = {}) {
  const { after = null, take } = ToLookAt.parse(input)
  if (!may.lookOver(viewer)) throw new Forbidden()
  const rows = await read(viewer, (tx) => tx.$queryRaw<Row[]>`
    WITH page AS (
      SELECT s.* FROM "SampledDecision" s
      WHERE s."organisationId" = ANY ((SELECT app.my_organisations('{quality_assurer}'))::uuid[]) AND NOT EXISTS (SELECT FROM "SampleJudgement" j WHERE j."sampledId" = s.id)
        AND (${after}::uuid IS NULL OR (s."drawnAt", s."planId", s.place) > (SELECT l."drawnAt", l."planId", l.place FROM "SampledDecision" l WHERE l.id = ${after}::uuid))
      ORDER BY s."drawnAt", s."planId", s.place LIMIT ${take + 1}),
    near AS MATERIALIZED (SELECT n.learner AS who FROM app.near((SELECT array_agg("personId") FROM page)) n)
    SELECT s.id, (SELECT p.name FROM "Person" p WHERE p.id = s."personId") AS learner, (SELECT p.name FROM "Person" p WHERE p.id = s."assessorId") AS assessor,
      o.name AS where, u.ref AS unit, c.number, c.says, d.outcome::text AS outcome, s."drawnAt", s.why, s."personId" IN (SELECT who FROM near) AS "isForAColleague"
    FROM page s JOIN "Organisation" o ON o.id = s."organisationId" JOIN "Decision" d ON d.id = s."decisionId"
      JOIN "Criterion" c ON c.id = s."criterionId" JOIN "LearningOutcome" lo ON lo.id = c."outcomeId" JOIN "SpecificationUnit" u ON u.id = lo."unitId"
    ORDER BY s."drawnAt", s."planId", s.place`)
  const page = rows.slice(0, take).map(({ learner, assessor, why, ...row }) => ({ ...row, learner: learner ?? 'A learner', assessor: assessor ?? 'Somebody who has left', why: sayWhy(why) }))
  return { waiting: page, next: rows.length > take ? page.at(-1)!.id : null }
}
