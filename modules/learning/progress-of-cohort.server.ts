import { z } from 'zod'
import { theCourses } from '../curriculum/the-curriculum.server.ts'
import { unitsOf } from '../curriculum/units-of.ts'
import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { isStuck } from './is-stuck.ts'
import { placeInUnit } from './place-in-unit.ts'
import { versionsOf } from './versions.server.ts'
import { may } from './policy.ts'

export const ProgressOfCohort = z.object({ cohortId: z.uuid(), /** The last person of the page before. */ after: z.uuid().optional(), take: z.int().min(1).max(60).default(30) })

/** How far the learners of a cohort are, unit by unit, a page at a time. For its trainers and the setting's youth workers and coordinators; never anybody's answers. */
export const progressOfCohort = (viewer: Viewer, input: z.input<typeof ProgressOfCohort>) => read(viewer, (tx) => progressInCohort(tx, viewer, input))

/** The same, for somebody who asks more in the same breath. */
export async function progressInCohort(tx: Tx, viewer: Viewer, input: z.input<typeof ProgressOfCohort>) {
  const { cohortId, after, take } = ProgressOfCohort.parse(input)
  const cohort = await tx.cohort.findUnique({ where: { id: cohortId }, include: { members: { where: { part: 'trainer', leftAt: null, placedAt: { not: null } } }, sessions: { where: { calledOffAt: null } } } })
  if (!cohort) throw new NotFound()
  authorize(may.followCohort, viewer, { organisationId: cohort.organisationId, trainerIds: cohort.members.map((member) => member.personId) })

  // A course that is taught in the room alone has no units to be far or near in.
  const course = theCourses.find((one) => one.id === cohort.courseId)
  const units = course ? unitsOf(course) : []
  // A person the viewer may not know by name (left long ago, or another setting's) is not listed: the join leaves them out.
  const found = await tx.$queryRaw<{ id: string; name: string; fullName: string }[]>`
    SELECT p.id::text AS id, p.name, p."fullName" FROM "CohortMember" m JOIN "Person" p ON p.id = m."personId"
    WHERE m."cohortId" = ${cohortId}::uuid AND m.part = 'learner' AND m."leftAt" IS NULL AND m."placedAt" IS NOT NULL
      AND (${after ?? null}::uuid IS NULL OR (p."fullName", p.id) > (SELECT last."fullName", last.id FROM "Person" last WHERE last.id = ${after ?? null}::uuid))
    ORDER BY p."fullName", p.id LIMIT ${take + 1}`
  const people = found.slice(0, take)
  const rows = await tx.unitProgress.findMany({ where: { courseId: cohort.courseId, personId: { in: people.map(({ id }) => id) } } })
  const versionOf = await versionsOf(tx, units.map(({ unit }) => unit), rows.map(({ contentHash }) => contentHash))
  const held = new Set(cohort.sessions.filter((one) => one.startsAt.getTime() + one.minutes * 60_000 <= now().getTime()).flatMap(({ covers }) => covers))
  return {
    cohort: { id: cohort.id, name: cohort.name, organisationId: cohort.organisationId, kind: cohort.kind },
    units: units.map(({ session, unit }) => ({ slug: unit.slug, title: unit.title, sessionNumber: session.number, cards: unit.cards.length })),
    people: people.map((person) => {
      const seen = units.map(({ session, unit }) => {
        const row = rows.find((one) => one.personId === person.id && one.unitId === unit.id)
        return { slug: unit.slug, title: unit.title, isTaught: held.has(session.number), ...placeInUnit(row ? versionOf(unit, row.contentHash) : unit, row ?? null), movedAt: row?.movedAt ?? null }
      })
      const moved = seen.flatMap(({ movedAt }) => movedAt?.getTime() ?? [])
      return { ...person, units: seen, done: seen.filter(({ state }) => state === 'finished').length, lastActiveAt: moved.length > 0 ? new Date(Math.max(...moved)) : null, stuck: isStuck(seen, now()) }
    }),
    next: found.length > take ? people.at(-1)!.id : null,
  }
}
