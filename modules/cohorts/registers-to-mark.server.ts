import { after, days, now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

export type RegisterToMark = { sessionId: string; cohortId: string; cohortName: string; title: string; startsAt: Date; left: number }

/** After this long somebody who was there is hardly sure any more who else was. The cohort's page still says that it is not finished. */
const askedFor = days(60)

/** Sittings this viewer's courses have held whose register is not finished, the oldest first: `left` have no mark. Who came later is not asked after. For Today. */
export const registersToMark = (viewer: Viewer, { take = 5 }: { take?: number } = {}): Promise<RegisterToMark[]> => read(viewer, (tx) => tx.$queryRaw<RegisterToMark[]>`
  SELECT s.id AS "sessionId", c.id AS "cohortId", c.name AS "cohortName", s.title, s."startsAt", unmarked.left
  FROM "CohortMember" mine JOIN "Cohort" c ON c.id = mine."cohortId" JOIN "CohortSession" s ON s."cohortId" = c.id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS left FROM "CohortMember" p WHERE p."cohortId" = c.id AND p.part = 'learner' AND p."leftAt" IS NULL AND p."placedAt" <= s."startsAt" + make_interval(mins => s.minutes)
      AND NOT EXISTS (SELECT FROM "SessionMark" m WHERE m."sessionId" = s.id AND m."personId" = p."personId")) unmarked
  WHERE mine."personId" = ${viewer.id}::uuid AND mine.part = 'trainer' AND mine."leftAt" IS NULL
    AND s."calledOffAt" IS NULL AND s."startsAt" + make_interval(mins => s.minutes) <= ${now()} AND s."startsAt" > ${after(-askedFor)} AND unmarked.left > 0
  ORDER BY s."startsAt", s.id LIMIT ${take}`)
