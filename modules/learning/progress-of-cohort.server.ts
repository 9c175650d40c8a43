import { z } from 'zod'
import { theCourses } from '../curriculum/the-curriculum.server.ts'
import { unitsOf } from '../curriculum/units-of.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { placeInUnit } from './place-in-unit.ts'
import { may } from './policy.ts'

/** How far the learners of a cohort are, unit by unit. For its trainers and the setting's youth workers and coordinators; never anybody's answers. */
export async function progressOfCohort(viewer: Viewer, cohortId: string) {
  return read(viewer, async (tx) => {
    const cohort = await tx.cohort.findUnique({
      where: { id: z.uuid().parse(cohortId) },
      include: { members: { where: { leftAt: null, placedAt: { not: null } }, include: { person: { select: { id: true, name: true } } } } },
    })
    if (!cohort) throw new NotFound()
    const trainerIds = cohort.members.filter((member) => member.part === 'trainer').map((member) => member.personId)
    authorize(may.followCohort, viewer, { organisationId: cohort.organisationId, trainerIds })

    // A course that is taught in the room alone has no units to be far or near in.
    const course = theCourses.find((one) => one.id === cohort.courseId)
    const units = course ? unitsOf(course) : []
    // A person the viewer may not know by name (left long ago, or another setting's) is not listed.
    const learners = cohort.members.filter((member) => member.part === 'learner' && (member.person as typeof member.person | null) !== null)
    const rows = await tx.unitProgress.findMany({ where: { courseId: cohort.courseId, personId: { in: learners.map((learner) => learner.personId) } } })
    return {
      units: units.map(({ session, unit }) => ({ slug: unit.slug, title: unit.title, sessionNumber: session.number, cards: unit.cards.length })),
      people: learners.map(({ person }) => ({
        id: person.id, name: person.name,
        units: units.map(({ unit }) => {
          const row = rows.find((one) => one.personId === person.id && one.unitId === unit.id)
          return { slug: unit.slug, ...placeInUnit(unit, row ?? null), movedAt: row?.movedAt.toISOString() ?? null }
        }),
      })).sort((a, b) => a.name.localeCompare(b.name)),
    }
  })
}
