import { findCourse } from '../../curriculum/find-course.server.ts'
import type { Course, Session, Unit } from '../../curriculum/schema.ts'
import { theCourses } from '../../curriculum/the-curriculum.server.ts'
import { unitsOf } from '../../curriculum/units-of.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { NotFound } from '../../errors.ts'
import { keptVersions } from '../versions.server.ts'

/** A unit by its address. One that has left its course since is there for whoever began it, and for nobody else; it is in no session then. */
export async function unitFor(tx: Tx, viewer: Viewer, courseSlug: string, unitSlug: string): Promise<{ course: Course; session: Session | null; unit: Unit }> {
  const course = findCourse(courseSlug)
  const found = unitsOf(course).find(({ unit }) => unit.slug === unitSlug)
  if (found) return found
  const mine = await tx.unitProgress.findMany({ where: { personId: viewer.id, courseId: course.id }, select: { courseId: true, unitId: true, contentHash: true } })
  const unit = (await unitsGone(tx, course, mine)).find(({ id, slug }) => slug === unitSlug || id === unitSlug)
  if (!unit) throw new NotFound('There is no unit at this address.')
  return { course, session: null, unit }
}

/** The units that somebody began in this course and that are in none any more, as they began them. */
export async function unitsGone(tx: Tx, course: Course, mine: readonly { courseId: string; unitId: string; contentHash: string }[]): Promise<Unit[]> {
  const ids = new Set(theCourses.flatMap(unitsOf).map(({ unit }) => unit.id))
  const gone = mine.filter(({ courseId, unitId }) => courseId === course.id && !ids.has(unitId))
  const slugs = new Set(unitsOf(course).map(({ unit }) => unit.slug))
  // Another unit may have its address by now: then it is found by its id.
  return (await keptVersions(tx, gone.map(({ contentHash }) => contentHash))).map((unit) => (slugs.has(unit.slug) ? { ...unit, slug: unit.id } : unit))
}
