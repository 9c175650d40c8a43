import { z } from 'zod'
import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import type { CohortKind, CohortPart, TimetablePattern } from '#prisma/generated/enums.ts'

export type CohortRow = {
  id: string; kind: CohortKind; name: string; where: string; pattern: TimetablePattern; places: number; placed: number; waiting: number
  sittings: number; held: number; next: { startsAt: Date; number: number } | null; isOver: boolean; mine: { part: CohortPart; isWaiting: boolean } | null
}
type Row = Omit<CohortRow, 'next' | 'mine'> & { nextAt: Date | null; nextNumber: number | null; part: CohortPart | null; isWaiting: boolean | null }

export const CohortsOf = z.object({
  /** The last cohort of the page before. */
  after: z.uuid().optional(),
  take: z.int().min(1).max(50).default(30),
  /** Only those for mentors that are not closed: for Today. */
  openToMentors: z.boolean().default(false),
})

/** The cohorts this viewer sees, open ones first and the newest before the older, a page at a time. */
export async function cohortsOf(viewer: Viewer, input: z.input<typeof CohortsOf> = {}): Promise<{ cohorts: CohortRow[]; next: string | null }> {
  const { after, take, openToMentors } = CohortsOf.parse(input)
  const rows = await read(viewer, (tx) => tx.$queryRaw<Row[]>`
    WITH seen AS (
      SELECT c.*, c."closedAt" IS NOT NULL AS "isOver" FROM "Cohort" c
      WHERE (NOT ${openToMentors} OR (c."closedAt" IS NULL AND c.kind = 'mentors'))
        AND (${after ?? null}::uuid IS NULL OR (c."closedAt" IS NULL, c.id) < (SELECT last."closedAt" IS NULL, last.id FROM "Cohort" last WHERE last.id = ${after ?? null}::uuid))
      ORDER BY c."closedAt" IS NULL DESC, c.id DESC LIMIT ${take + 1})
    SELECT c.id, c.kind::text AS kind, c.name, o.name AS where, c.pattern::text AS pattern, c.places, c."isOver", coalesce(f.placed, 0) AS placed, coalesce(f.waiting, 0) AS waiting,
      s.sittings, s.held, ahead."startsAt" AS "nextAt", ahead.number AS "nextNumber", mine.part::text AS part, mine."placedAt" IS NULL AS "isWaiting"
    FROM seen c JOIN "Organisation" o ON o.id = c."organisationId"
    LEFT JOIN app.cohort_figures((SELECT array_agg(id) FROM seen)) f ON f.cohort = c.id
    LEFT JOIN "CohortMember" mine ON mine."cohortId" = c.id AND mine."personId" = ${viewer.id}::uuid AND mine."leftAt" IS NULL
    CROSS JOIN LATERAL (SELECT count(*)::int AS sittings, (count(*) FILTER (WHERE one."calledOffAt" IS NULL AND one."startsAt" + make_interval(mins => one.minutes) <= ${now()}))::int AS held FROM "CohortSession" one WHERE one."cohortId" = c.id) s
    LEFT JOIN LATERAL (SELECT one."startsAt", one.number FROM "CohortSession" one WHERE one."cohortId" = c.id AND one."calledOffAt" IS NULL AND one."startsAt" + make_interval(mins => one.minutes) > ${now()} ORDER BY one.number LIMIT 1) ahead ON true
    ORDER BY c."isOver", c.id DESC`)
  const cohorts = rows.slice(0, take).map(({ nextAt, nextNumber, part, isWaiting, ...cohort }) => ({
    ...cohort, next: nextAt && nextNumber !== null ? { startsAt: nextAt, number: nextNumber } : null, mine: part ? { part, isWaiting: isWaiting === true } : null,
  }))
  return { cohorts, next: rows.length > take ? cohorts.at(-1)!.id : null }
}
