import { Prisma } from '#prisma/generated/client.ts'
import { unitsOf } from '../curriculum/units-of.ts'
import { mentorCourse } from './parts/mentor-course.server.ts'

/**
 * The rule of `completion`, that somebody has done the whole course in a setting, as SQL: for a question that counts people and cannot gather the facts
 * of each. Every unit is finished, and at every session they were there or talked it over. A test holds the two together.
 */
export function isCourseDone(personId: Prisma.Sql, organisationId: Prisma.Sql): Prisma.Sql {
  const course = mentorCourse()
  const [units, sessions] = [unitsOf(course).map(({ unit }) => unit.id), course.sessions.map(({ number }) => number)]
  return Prisma.sql`(
    NOT EXISTS (SELECT FROM unnest(${sessions}::int[]) AS n WHERE
      NOT EXISTS (SELECT FROM "CohortMember" p JOIN "Cohort" c ON c.id = p."cohortId" JOIN "CohortSession" s ON s."cohortId" = c.id
        CROSS JOIN LATERAL (SELECT m.mark FROM "SessionMark" m WHERE m."sessionId" = s.id AND m."personId" = p."personId" ORDER BY m."markedAt" DESC, m.id DESC LIMIT 1) newest
        WHERE p."personId" = ${personId} AND p."organisationId" = ${organisationId} AND p.part = 'learner' AND p."placedAt" IS NOT NULL AND c."courseId" = ${course.id}
          AND s."calledOffAt" IS NULL AND n = ANY (s.covers) AND newest.mark IN ('present', 'late'))
      AND NOT EXISTS (SELECT FROM "SessionTalkedOver" t WHERE t."personId" = ${personId} AND t."organisationId" = ${organisationId} AND t."courseId" = ${course.id} AND t.session = n))
    AND (SELECT count(*) FROM "UnitProgress" u WHERE u."personId" = ${personId} AND u."organisationId" = ${organisationId} AND u."courseId" = ${course.id} AND u."unitId" = ANY (${units}) AND u."finishedAt" IS NOT NULL) = ${units.length})`
}
