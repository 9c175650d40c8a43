import { myReadiness } from '../completion/my-readiness.server.ts'
import type { Course } from '../curriculum/schema.ts'
import { unitsOf } from '../curriculum/units-of.ts'
import { theCourses } from '../curriculum/the-curriculum.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { begunBy, progressOf } from './courses.server.ts'
import { placeInUnit, type State } from './place-in-unit.ts'
import { may } from './policy.ts'

export type NextStep = {
  courseSlug: string; courseTitle: string; sessionNumber: number; sessions: number; sessionTitle: string
  unitSlug: string; unitTitle: string; cardsDone: number; cards: number; minutesLeft: number; state: State
  /** For after the course, one at a time and when it suits. */
  isTopUp: boolean
}

/**
 * What a learner goes on with: the first unit of their course that is not finished; with the course done, the first of a course that builds on
 * it; the last one when all are. Null for who learns nothing here.
 */
export async function nextStep(viewer: Viewer): Promise<NextStep | null> {
  const course = theCourses.find((one) => may.learn(viewer, one))
  if (!course || unitsOf(course).length === 0) return null
  const after = theCourses.filter((one) => one.needs.includes(course.id) && may.learn(viewer, one))
  const all = [course, ...after].flatMap(unitsOf)
  const { mine, begun } = await read(viewer, async (tx) => {
    const rows = await progressOf(tx, viewer)
    return { mine: rows, begun: await begunBy(tx, all, rows) }
  })
  const seen = all.map(({ course, session, unit }) => ({ course, session, unit, place: placeInUnit(begun(unit), mine.find((one) => one.unitId === unit.id) ?? null) }))
  const open = seen.find((one) => one.place.state !== 'finished')
  const isAfter = open !== undefined && open.course !== course && (await isThrough(viewer))
  const next = open && (open.course === course || isAfter) ? open : seen.filter((one) => one.course === course).at(-1)!
  return { ...at(next.course), isTopUp: next.course !== course, sessionNumber: next.session.number, sessionTitle: next.session.title, unitSlug: next.unit.slug, unitTitle: next.unit.title, ...next.place }
}

/** Every unit is one part of a mentor's course. What comes after it is for those who are through with all of it, or mentor already. */
async function isThrough(viewer: Viewer): Promise<boolean> {
  const mine = await myReadiness(viewer)
  return mine.length === 0 || mine.some(({ isCourseDone, isComplete }) => isCourseDone || isComplete)
}

const at = ({ slug, title, sessions }: Course) => ({ courseSlug: slug, courseTitle: title, sessions: sessions.length })
