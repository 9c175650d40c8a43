import type { Course, Session, Unit } from './schema.ts'

export type UnitInPlace = { course: Course; session: Session; unit: Unit }

/** All units of a course that are written, in order. */
export const unitsOf = (course: Course): UnitInPlace[] =>
  course.sessions.flatMap((session) => session.units.map((unit) => ({ course, session, unit })))
