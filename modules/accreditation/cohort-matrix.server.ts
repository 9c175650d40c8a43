import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import type { Outcome } from '#prisma/generated/enums.ts'
import { may } from './policy.ts'
import { lettersOf, standingOf } from './states.ts'

export const CohortMatrix = z.object({
  cohortId: z.uuid(), specificationId: z.uuid().optional(), after: z.uuid().optional(),
  /** A unit opened to its criteria, by its reference. */
  unit: z.string().max(40).optional(), take: z.int().min(1).max(200).default(25),
})

type Total = { specificationId: string; title: string; version: number; count: number }
/** A learner on the page: at which criteria, in their order, something was decided, as which attempt, with a letter each; and at which something waits. */
type Registered = { id: string; name: string; isWithdrawn: boolean; decidedAt: number[]; attempts: number[]; decided: string; waitsAt: number[] }
type Asked = { ref: string; title: string; id: string; number: string; says: string }

const outcomes: Record<string, Outcome> = { m: 'met', n: 'not_yet', i: 'insufficient' }
const waiting = [{ decisionId: null, withdrawnAt: null }]
const standsOf = ({ decidedAt, attempts, decided, waitsAt }: Registered, criteria: number) => {
  const decisions = Array.from({ length: criteria }, () => [] as { outcome: Outcome; attempt: number }[])
  for (const [index, at] of decidedAt.entries()) decisions[at]!.push({ outcome: outcomes[decided.charAt(index)]!, attempt: attempts[index]! })
  return lettersOf(decisions.map((made, at) => standingOf(made, waitsAt.includes(at) ? waiting : [])))
}

/** A course's learners against what they are assessed by: each unit in a few words, or one unit criterion by criterion. By name, a page at a time. */
export async function cohortMatrix(viewer: Viewer, input: z.input<typeof CohortMatrix>) {
  const { cohortId, after = null, take, ...asked } = CohortMatrix.parse(input)
  return read(viewer, async (tx) => {
    const [cohort] = await tx.$queryRaw<{ id: string; name: string; where: string; organisationId: string }[]>`
      SELECT c.id, c.name, o.name AS where, c."organisationId" FROM "Cohort" c JOIN "Organisation" o ON o.id = c."organisationId" WHERE c.id = ${cohortId}::uuid AND c.kind = 'mentors'`
    if (!cohort) throw new NotFound()
    authorize(may.lookOverCohort, viewer, cohort)
    const [found] = await tx.$queryRaw<{ specifications: Total[]; learners: Registered[] }[]>`
      WITH everybody AS MATERIALIZED (SELECT * FROM app.registered_of_cohort(${cohortId}::uuid)),
      totals AS MATERIALIZED (SELECT s.id AS "specificationId", s.title, s.version, e.count FROM (SELECT specification, count(*)::int AS count FROM everybody GROUP BY 1) e JOIN "Specification" s ON s.id = e.specification),
      shown AS MATERIALIZED (SELECT "specificationId" AS id FROM totals WHERE ${asked.specificationId ?? null}::uuid IS NULL OR "specificationId" = ${asked.specificationId ?? null}::uuid ORDER BY count DESC, version DESC, 1 LIMIT 1),
      page AS MATERIALIZED (SELECT registration, name, withdrawn FROM everybody WHERE specification = (SELECT id FROM shown)
        AND (${after}::uuid IS NULL OR (name, registration) > (SELECT last.name, last.registration FROM everybody last WHERE last.registration = ${after}::uuid)) ORDER BY name, registration LIMIT ${take + 1}),
      criterion AS MATERIALIZED (SELECT c.id, (row_number() OVER (ORDER BY c.place))::int - 1 AS at FROM "Criterion" c WHERE c."specificationId" = (SELECT id FROM shown)),
      decided AS (SELECT d."registrationId", array_agg(c.at) AS at, array_agg(d.attempt) AS attempts, string_agg(left(d.outcome::text, 1), '') AS letters FROM "Decision" d JOIN criterion c ON c.id = d."criterionId"
        WHERE d."registrationId" = ANY (ARRAY (SELECT registration FROM page)) GROUP BY 1),
      waits AS (SELECT e."registrationId", array_agg(c.at) AS at FROM "EvidenceCriterion" e JOIN criterion c ON c.id = e."criterionId"
        WHERE e."registrationId" = ANY (ARRAY (SELECT registration FROM page)) AND e."decisionId" IS NULL AND e."withdrawnAt" IS NULL GROUP BY 1),
      learner AS (SELECT p.registration AS id, p.name, p.withdrawn AS "isWithdrawn", coalesce(d.at, '{}') AS "decidedAt", coalesce(d.attempts, '{}') AS attempts, coalesce(d.letters, '') AS decided, coalesce(w.at, '{}') AS "waitsAt"
        FROM page p LEFT JOIN decided d ON d."registrationId" = p.registration LEFT JOIN waits w ON w."registrationId" = p.registration)
      SELECT (SELECT coalesce(json_agg(t ORDER BY t.count DESC, t.version DESC, t."specificationId"), '[]') FROM totals t) AS specifications, (SELECT coalesce(json_agg(l ORDER BY l.name, l.id), '[]') FROM learner l) AS learners`
    const { specifications, learners } = found!
    const head = { cohort: { id: cohort.id, name: cohort.name, where: cohort.where }, specifications }
    const shown = asked.specificationId ? specifications.find((one) => one.specificationId === asked.specificationId) : specifications[0]
    if (!shown) return { ...head, shown: null, units: [], unit: null, learners: [], next: null }
    const criteria = await tx.$queryRaw<Asked[]>`
      SELECT u.ref, u.title, c.id, c.number, c.says FROM "Criterion" c JOIN "LearningOutcome" o ON o.id = c."outcomeId" JOIN "SpecificationUnit" u ON u.id = o."unitId" WHERE c."specificationId" = ${shown.specificationId}::uuid ORDER BY c.place`
    const units = [...new Map(criteria.map(({ ref, title }) => [ref, { ref, title, from: criteria.findIndex((one) => one.ref === ref), criteria: criteria.filter((one) => one.ref === ref).length }])).values()]
    const opened = units.find(({ ref }) => ref === asked.unit)
    return {
      ...head, shown, units, unit: opened ? { ...opened, criteria: criteria.filter(({ ref }) => ref === opened.ref).map(({ id, number, says }) => ({ id, number, says })) } : null,
      learners: learners.slice(0, take).map((one) => ({ id: one.id, name: one.name, isWithdrawn: one.isWithdrawn, stands: standsOf(one, criteria.length) })),
      next: learners.length > take ? learners[take - 1]!.id : null,
    }
  })
}
export type SeenOfCohort = Awaited<ReturnType<typeof cohortMatrix>>

/** Courses whose learners the viewer may look over, the newest first. */
export async function cohortsToLookOver(viewer: Viewer) {
  const settings = [...new Set(viewer.memberships.map(({ organisationId }) => organisationId))].filter((organisationId) => may.lookOverCohort(viewer, { organisationId }))
  if (settings.length === 0) return []
  return read(viewer, (tx) => tx.$queryRaw<{ id: string; name: string; where: string }[]>`
    SELECT c.id, c.name, o.name AS where FROM "Cohort" c JOIN "Organisation" o ON o.id = c."organisationId" WHERE c.kind = 'mentors' AND c."organisationId" = ANY (${settings}::uuid[]) ORDER BY c."createdAt" DESC, c.id DESC LIMIT 5`)
}
