import { z } from 'zod'
import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

export type TrainerCohort = { cohortId: string; name: string; nextAt: Date | null; people: number; mine: number; places: number }

export const TrainerCohortsOf = z.object({ /** The last cohort of the page before. */ after: z.uuid().optional(), take: z.int().min(1).max(50).default(30) })

/** The Train-the-Trainer cohorts this viewer sees that are not over, the newest first; `mine` counts themself and those a setting they coordinate has sent. */
export async function trainerCohortsOf(viewer: Viewer, input: z.input<typeof TrainerCohortsOf> = {}): Promise<{ cohorts: TrainerCohort[]; next: string | null }> {
  const { after, take } = TrainerCohortsOf.parse(input)
  const coordinates = viewer.memberships.filter(({ role }) => role === 'coordinator').map(({ organisationId }) => organisationId)
  const rows = await read(viewer, (tx) => tx.$queryRaw<TrainerCohort[]>`
    WITH seen AS (
      SELECT c.* FROM "Cohort" c WHERE c.kind = 'trainers' AND c."closedAt" IS NULL AND (${after ?? null}::uuid IS NULL OR c.id < ${after ?? null}::uuid) ORDER BY c.id DESC LIMIT ${take + 1})
    SELECT c.id AS "cohortId", c.name, c.places, coalesce(f.placed, 0) AS people,
      (SELECT min(s."startsAt") FROM "CohortSession" s WHERE s."cohortId" = c.id AND s."calledOffAt" IS NULL AND s."startsAt" > ${now()}) AS "nextAt",
      (SELECT count(*)::int FROM "CohortMember" m WHERE m."cohortId" = c.id AND m.part = 'learner' AND m."leftAt" IS NULL
        AND (m."personId" = ${viewer.id}::uuid OR m."fromOrganisationId" = ANY (${coordinates}::uuid[]))) AS mine
    FROM seen c LEFT JOIN app.cohort_figures((SELECT array_agg(id) FROM seen)) f ON f.cohort = c.id ORDER BY c.id DESC`)
  return { cohorts: rows.slice(0, take), next: rows.length > take ? rows[take - 1]!.cohortId : null }
}
