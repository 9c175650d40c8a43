import { NotFound } from '../errors.ts'
import type { Course } from './schema.ts'
import { theCourses } from './the-curriculum.server.ts'
import { unitsOf, type UnitInPlace } from './units-of.ts'

/** A course by its slug, as it stands in an address. */
export function findCourse(slug: string): Course {
  const course = theCourses.find((one) => one.slug === slug)
  if (!course) throw new NotFound('There is no course at this address.')
  return course
}

/** A unit by its slug, with the session and course it is in. */
export function findUnit(courseSlug: string, unitSlug: string): UnitInPlace {
  const found = unitsOf(findCourse(courseSlug)).find(({ unit }) => unit.slug === unitSlug)
  if (!found) throw new NotFound('There is no unit at this address.')
  return found
}

/** A unit by its address, "course/unit"; null where there is none. */
export function unitAt(address: string): UnitInPlace | null {
  const [course, slug] = address.split('/')
  return theCourses.filter((one) => one.slug === course).flatMap(unitsOf).find(({ unit }) => unit.slug === slug) ?? null
}
