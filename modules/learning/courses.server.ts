import type { Session, Unit } from '../curriculum/schema.ts'
import { findCourse } from '../curriculum/find-course.server.ts'
import { theCompetencies, theCourses } from '../curriculum/the-curriculum.server.ts'
import { unitsOf, type UnitInPlace } from '../curriculum/units-of.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { guidesToSessions } from './guides-to-sessions.server.ts'
import { unitsGone } from './parts/unit-for.server.ts'
import { placeInUnit } from './place-in-unit.ts'
import { versionsOf } from './versions.server.ts'
import { may } from './policy.ts'

/** The courses there are, with how far the viewer is in each unit; for those who do not learn them, what is taught. */
export const courses = (viewer: Viewer) => read(viewer, async (tx) => {
  const mine = await progressOf(tx, viewer)
  const begun = await begunBy(tx, theCourses.flatMap(unitsOf), mine)
  return theCourses.map((course) => ({ ...outlineOf(course), isLearner: may.learn(viewer, course), sessions: course.sessions.map((session) => sessionSeen(session, mine, begun)) }))
})

/** One course, likewise. */
export const findCourseForLearner = (viewer: Viewer, slug: string) => read(viewer, async (tx) => {
  const course = findCourse(slug)
  const mine = await progressOf(tx, viewer)
  const begun = await begunBy(tx, unitsOf(course), mine)
  const gone = await unitsGone(tx, course, mine)
  return { ...outlineOf(course), isLearner: may.learn(viewer, course), abilities: abilitiesOf(course.id), guides: guidesToSessions(viewer, course.id, course.sessions.map((session) => session.number)), sessions: course.sessions.map((session) => sessionSeen(session, mine, begun)),
    /** What they began and the course no longer has. */ gone: gone.map((unit) => unitSeen(unit, mine)) }
})

/** What somebody will be able to do who has learned it. */
const abilitiesOf = (courseId: string) =>
  (theCompetencies?.course === courseId ? theCompetencies.competencies : []).map(({ id, title, summary, indicators }) => ({ id, title, summary, indicators: indicators.map(({ says }) => says) }))

type Progress = { courseId: string; unitId: string; cardId: string; contentHash: string; finishedAt: Date | null }
type Begun = (unit: Unit) => Unit

export const progressOf = (tx: Tx, viewer: Viewer): Promise<Progress[]> =>
  tx.$queryRaw<Progress[]>`SELECT "courseId", "unitId", "cardId", "contentHash", "finishedAt" FROM "UnitProgress" WHERE "personId" = ${viewer.id}::uuid`

/** Each unit in the version this learner began, and as it is now where they have not. */
export async function begunBy(tx: Tx, units: readonly UnitInPlace[], mine: readonly Progress[]): Promise<Begun> {
  const versionOf = await versionsOf(tx, units.map(({ unit }) => unit), mine.map(({ contentHash }) => contentHash))
  return (unit) => versionOf(unit, mine.find((one) => one.unitId === unit.id)?.contentHash ?? unit.contentHash)
}

const outlineOf = ({ id, slug, title, summary }: { id: string; slug: string; title: string; summary: string }) => ({ id, slug, title, summary })

const sessionSeen = ({ number, title, summary, units }: Session, mine: readonly Progress[], begun: Begun) => ({
  number, title, summary,
  units: units.map(begun).map((unit) => unitSeen(unit, mine)),
})

const unitSeen = (unit: Unit, mine: readonly Progress[]) => ({ slug: unit.slug, title: unit.title, summary: unit.summary, minutes: Math.round(unit.minutes), ...placeInUnit(unit, mine.find((one) => one.unitId === unit.id) ?? null) })
