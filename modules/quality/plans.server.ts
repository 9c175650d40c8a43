import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import type { SamplingStage } from '#prisma/generated/enums.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { namesOf } from './parts/names-of.server.ts'
import { may, placesToDraw } from './policy.ts'
import { sayWhy } from './weigh.ts'

type Drawn = { id: string; stage: SamplingStage; madeAt: Date; title: string; version: number; drawn: number; looked: number }

/** The samples drawn in this viewer's settings, the newest first, with how far each is. */
export const plans = (viewer: Viewer, { after }: { after?: string } = {}) => read(viewer, async (tx) => {
  if (!may.lookOver(viewer)) throw new Forbidden()
  const last = after ? z.uuid().parse(after) : null
  const found = await tx.$queryRaw<Drawn[]>`
    SELECT p.id, p.stage::text AS stage, p."madeAt", s.title, s.version, drawn.count AS drawn, drawn.looked
    FROM (SELECT * FROM "SamplingPlan" p WHERE p."organisationId" = ANY (${placesToDraw(viewer)}::uuid[])
      AND (${last}::uuid IS NULL OR (p."madeAt", p.id) < (SELECT l."madeAt", l.id FROM "SamplingPlan" l WHERE l.id = ${last}::uuid)) ORDER BY p."madeAt" DESC, p.id DESC LIMIT 11) p
    JOIN "Specification" s ON s.id = p."specificationId"
    CROSS JOIN LATERAL (SELECT count(*)::int AS count, count(j.id)::int AS looked FROM "SampledDecision" d LEFT JOIN "SampleJudgement" j ON j."sampledId" = d.id WHERE d."planId" = p.id) drawn
    ORDER BY p."madeAt" DESC, p.id DESC`
  const rows = found.slice(0, 10)
  return { plans: rows, next: found.length > 10 ? rows.at(-1)!.id : null }
})

/** One sample: what it was drawn with, what it covers, and why each was drawn. */
export async function findPlan(viewer: Viewer, input: { planId: string }) {
  const id = z.uuid().parse(input.planId)
  return read(viewer, async (tx) => {
    const plan = await tx.samplingPlan.findUnique({ where: { id }, include: { specification: { select: { title: true, version: true } }, sampled: { orderBy: { place: 'asc' }, include: {
      judgement: { select: { agrees: true } }, actions: { select: { id: true, settling: { select: { settledAt: true } } } }, decision: { select: { outcome: true } }, criterion: { select: { number: true, says: true, outcome: { select: { unit: { select: { ref: true } } } } } },
    } } } })
    if (!plan || !may.draw(viewer, plan.organisationId)) throw new NotFound()
    const where = await tx.organisation.findUniqueOrThrow({ where: { id: plan.organisationId }, select: { name: true } })
    const nameOf = await namesOf(tx, [plan.madeById, ...plan.sampled.flatMap(({ personId, assessorId }) => [personId, assessorId])])
    const methods = await tx.$queryRaw<{ kind: string; count: number }[]>`
      SELECT e.kind::text AS kind, count(DISTINCT s.id)::int AS count FROM "SampledDecision" s JOIN "EvidenceCriterion" k ON k."decisionId" = s."decisionId" JOIN "Evidence" e ON e.id = k."evidenceId" WHERE s."planId" = ${id}::uuid GROUP BY 1 ORDER BY 1`
    const { sampled } = plan
    const counted = (of: (row: (typeof sampled)[number]) => string) => [...Map.groupBy(sampled, of)].map(([name, rows]) => ({ name, count: rows.length }))
    return {
      id, organisationId: plan.organisationId, where: where.name, stage: plan.stage, seed: plan.seed, pool: plan.pool, madeAt: plan.madeAt, madeBy: nameOf(plan.madeById), title: plan.specification.title, version: plan.specification.version,
      covers: { learners: counted((row) => nameOf(row.personId)), assessors: counted((row) => nameOf(row.assessorId)), methods, criteria: new Set(plan.sampled.map(({ criterionId }) => criterionId)).size },
      sampled: sampled.map(({ id: sampledId, personId, assessorId, criterion, decision, judgement, actions, why }) => ({
        id: sampledId, learner: nameOf(personId), assessor: nameOf(assessorId), number: `${criterion.outcome.unit.ref} ${criterion.number}`, says: criterion.says, outcome: decision.outcome, why: sayWhy(why),
        state: !judgement ? 'waiting' as const : judgement.agrees ? 'agreed' as const : actions.some(({ settling }) => !settling) ? 'open' as const : 'settled' as const,
      })),
    }
  })
}

/** What a sample may be drawn from: each setting with each specification somebody there is decided on. */
export async function whatToDraw(viewer: Viewer) {
  const settings = placesToDraw(viewer)
  if (settings.length === 0) throw new Forbidden()
  return read(viewer, (tx) => tx.$queryRaw<{ organisationId: string; specificationId: string; where: string; title: string; version: number; learners: number }[]>`
    SELECT r."organisationId", r."specificationId", o.name AS where, sp.title, sp.version, count(*)::int AS learners
    FROM "Registration" r JOIN "Organisation" o ON o.id = r."organisationId" JOIN "Specification" sp ON sp.id = r."specificationId"
    WHERE r."organisationId" = ANY (${settings}::uuid[]) AND r."withdrawnAt" IS NULL AND EXISTS (SELECT FROM "Decision" d WHERE d."registrationId" = r.id)
    GROUP BY 1, 2, 3, 4, 5 ORDER BY 3, 4, 5 DESC LIMIT 50`)
}
