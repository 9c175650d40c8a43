import { unitsOf } from '../curriculum/units-of.ts'
import { theCourses } from '../curriculum/the-curriculum.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { progressOf } from './courses.server.ts'
import { placeInUnit, type State } from './place-in-unit.ts'
import { may } from './policy.ts'

export type NextStep = {
  courseSlug: string; courseTitle: string; sessionNumber: number; sessions: number; sessionTitle: string
  unitSlug: string; unitTitle: string; cardsDone: number; cards: number; minutesLeft: number; state: State
}

/** What a learner goes on with: the first unit of their course that is not finished; the last one when all are. Null for who learns nothing here. */
export async function nextStep(viewer: Viewer): Promise<NextStep | null> {
  const course = theCourses.find((one) => may.learn(viewer, one))
  const units = course ? unitsOf(course) : []
  if (!course || units.length === 0) return null
  const mine = await read(viewer, (tx) => progressOf(tx, viewer))
  const seen = units.map(({ session, unit }) => ({ session, unit, place: placeInUnit(unit, mine.find((one) => one.unitId === unit.id) ?? null) }))
  const { session, unit, place } = seen.find((one) => one.place.state !== 'finished') ?? seen.at(-1)!
  return {
    courseSlug: course.slug, courseTitle: course.title, sessionNumber: session.number, sessions: course.sessions.length, sessionTitle: session.title,
    unitSlug: unit.slug, unitTitle: unit.title, ...place,
  }
}
