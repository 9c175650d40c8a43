import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

export type SessionAhead = { sessionId: string; cohortId: string; cohortName: string; title: string; startsAt: Date; minutes: number; place: string; onRegister: number; part: 'learner' | 'trainer' | 'coordinator' }

/** The next sitting of each cohort that this viewer learns in, trains or looks after, the soonest first; one that is on now counts as next. */
export const sessionsAhead = (viewer: Viewer, { take = 6 }: { take?: number } = {}): Promise<SessionAhead[]> => read(viewer, (tx) => tx.$queryRaw<SessionAhead[]>`
  WITH next AS (
    SELECT s.id AS "sessionId", c.id AS "cohortId", c.name AS "cohortName", s.title, s."startsAt", s.minutes, s.place, coalesce(mine.part::text, 'coordinator') AS part
    FROM "Cohort" c
    LEFT JOIN "CohortMember" mine ON mine."cohortId" = c.id AND mine."personId" = ${viewer.id}::uuid AND mine."leftAt" IS NULL AND mine."placedAt" IS NOT NULL
    CROSS JOIN LATERAL (
      SELECT * FROM "CohortSession" one WHERE one."cohortId" = c.id AND one."calledOffAt" IS NULL AND one."startsAt" + make_interval(mins => one.minutes) > ${now()} ORDER BY one."startsAt", one.id LIMIT 1) s
    WHERE c."closedAt" IS NULL AND (mine.id IS NOT NULL OR (c.kind = 'mentors' AND c."organisationId" = ANY (${looksAfter(viewer)}::uuid[])))
    ORDER BY s."startsAt", s.id LIMIT ${take})
  SELECT next.*, coalesce(f.placed, 0) AS "onRegister"
  FROM next LEFT JOIN app.cohort_figures((SELECT array_agg("cohortId") FROM next)) f ON f.cohort = next."cohortId" ORDER BY next."startsAt", next."sessionId"`)

const looksAfter = (viewer: Viewer) => viewer.memberships.filter(({ role }) => role === 'coordinator' || role === 'youth_worker').map(({ organisationId }) => organisationId)
