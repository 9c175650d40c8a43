import type { Session, Unit } from '../curriculum/schema.ts'
import { findCourse } from '../curriculum/find-course.server.ts'
import { theCompetencies, theCourses } from '../curriculum/the-curriculum.server.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { guidesToSessions } from './guides-to-sessions.server.ts'
import { placeInUnit } from './place-in-unit.ts'
import { may } from './policy.ts'

/** The courses there are, with how far the viewer is in each unit; for those who do not learn them, what is taught. */
export const courses = (viewer: Viewer) => read(viewer, async (tx) => {
  const mine = await progressOf(tx, viewer)
  return theCourses.map((course) => ({ ...outlineOf(course), isLearner: may.learn(viewer, course), sessions: course.sessions.map((session) => sessionSeen(session, mine)) }))
})

/** One course, likewise. */
export const findCourseForLearner = (viewer: Viewer, slug: string) => read(viewer, async (tx) => {
  const course = findCourse(slug)
  const mine = await progressOf(tx, viewer)
  return { ...outlineOf(course), isLearner: may.learn(viewer, course), abilities: abilitiesOf(course.id), guides: guidesToSessions(viewer, course.id, course.sessions.map((session) => session.number)), sessions: course.sessions.map((session) => sessionSeen(session, mine)) }
})

/** What somebody will be able to do who has learned it. */
const abilitiesOf = (courseId: string) =>
  (theCompetencies?.course === courseId ? theCompetencies.competencies : []).map(({ id, title, summary, indicators }) => ({ id, title, summary, indicators: indicators.map(({ says }) => says) }))

type Progress = { unitId: string; cardId: string; finishedAt: Date | null }

export const progressOf = (tx: Tx, viewer: Viewer): Promise<Progress[]> =>
  tx.unitProgress.findMany({ where: { personId: viewer.id }, select: { unitId: true, cardId: true, finishedAt: true } })

const outlineOf = ({ id, slug, title, summary }: { id: string; slug: string; title: string; summary: string }) => ({ id, slug, title, summary })

const sessionSeen = ({ number, title, summary, units }: Session, mine: readonly Progress[]) => ({
  number, title, summary,
  units: units.map((unit: Unit) => ({ slug: unit.slug, title: unit.title, summary: unit.summary, minutes: Math.round(unit.minutes), ...placeInUnit(unit, mine.find((one) => one.unitId === unit.id) ?? null) })),
})
