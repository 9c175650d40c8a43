import { Prisma } from '#prisma/generated/client.ts'
import { after, days, now } from '../clock.ts'
import { courses } from '../cohorts/timetable.ts'
import { isCourseDone } from '../completion/is-course-done.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { may } from './policy.ts'

export type ReadyForCertificate = { cohortId: string; cohortName: string; where: string; ready: number }

/** A course that ended longer ago has had its certificates, or somebody looks at its page. */
const askedFor = days(180)

/** Courses that are through, with how many learners have done all of it and were never given its certificate, for who may give it. For Today. */
export async function readyForCertificate(viewer: Viewer, { take = 3 }: { take?: number } = {}): Promise<ReadyForCertificate[]> {
  const places = [...new Set(viewer.memberships.map(({ organisationId }) => organisationId))]
  const [any, trained] = [false, true].map((isTrainerOfIt) => places.filter((organisationId) => may.awardCourse(viewer, { organisationId, isTrainerOfIt })))
  return read(viewer, (tx) => tx.$queryRaw<ReadyForCertificate[]>`
    WITH through AS MATERIALIZED (
      SELECT c.id, c.name, c."organisationId", last.at FROM "Cohort" c
      CROSS JOIN LATERAL (SELECT max(s."startsAt" + make_interval(mins => s.minutes)) AS at FROM "CohortSession" s WHERE s."cohortId" = c.id AND s."calledOffAt" IS NULL) last
      WHERE c."organisationId" = ANY (${trained}::uuid[]) AND c.kind = 'mentors' AND c."courseId" = ${courses.mentors.courseId} AND last.at <= ${now()} AND last.at > ${after(-askedFor)}
        AND (c."organisationId" = ANY (${any}::uuid[])
          OR EXISTS (SELECT FROM "CohortMember" m WHERE m."cohortId" = c.id AND m."personId" = ${viewer.id}::uuid AND m.part = 'trainer' AND m."leftAt" IS NULL))),
    -- All of them at once: asked course by course, who may see whom is worked out for each.
    placed AS MATERIALIZED (SELECT p."cohortId", p."personId", p."organisationId" FROM "CohortMember" p
      WHERE p."cohortId" = ANY (ARRAY (SELECT id FROM through)) AND p.part = 'learner' AND p."placedAt" IS NOT NULL AND p."leftAt" IS NULL AND p."personId" <> ${viewer.id}::uuid)
    -- The longest through come first, and who has done all of it is worked out only until the page is full.
    SELECT t.id AS "cohortId", t.name AS "cohortName", o.name AS where, done.ready
    FROM (SELECT * FROM through ORDER BY at, id OFFSET 0) t JOIN "Organisation" o ON o.id = t."organisationId"
    CROSS JOIN LATERAL (SELECT count(*)::int AS ready FROM placed p WHERE p."cohortId" = t.id
      AND NOT EXISTS (SELECT FROM "Award" a WHERE a."personId" = p."personId" AND a."courseId" = ${courses.mentors.courseId})
      AND ${isCourseDone(Prisma.sql`p."personId"`, Prisma.sql`p."organisationId"`)} OFFSET 0) done
    WHERE done.ready > 0 ORDER BY t.at, t.id LIMIT ${take}`)
}
