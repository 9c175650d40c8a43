import type { Activity, Guide } from '../curriculum/guide.ts'
import type { Block, Card, Course, Pattern, Unit } from '../curriculum/schema.ts'
import { theCourses, theGuides } from '../curriculum/the-curriculum.server.ts'
import { unitsOf } from '../curriculum/units-of.ts'
import { NotFound } from '../errors.ts'
import { questionOf, type Question } from './question.ts'

/** The card a step is about, as everybody in the room may see it. */
export type StepCard = { courseSlug: string; unitId: string; unitSlug: string; unitTitle: string; cardId: string; title: string; blocks: Block[] }
export type SheetStep = Omit<Activity, 'teaches' | 'id'> & { place: number; session: string; minutes: number; note: string | null; card: StepCard | null; question: Question | null }

/** What a sitting is taught from: the guides of the sessions it covers, in order, and the units they teach from. */
export type Texts = { course: Course; guides: Guide[]; units: Unit[] }

const none = 'There is no run-sheet for this sitting, so it cannot be taught from here.'

/** The same as it is now, for whoever opens the sitting. */
export function textsNow({ courseId, covers }: { courseId: string; covers: readonly number[] }): Texts {
  const course = theCourses.find((one) => one.id === courseId)
  if (!course) throw new NotFound(none)
  const guides = covers.flatMap((number) => {
    const session = course.sessions.find((one) => one.number === number)
    return theGuides.filter((one) => one.courseId === courseId && one.sessionId === session?.id)
  })
  return { course, guides, units: unitsTaught(course, guides) }
}

export const unitsTaught = (course: Course, guides: readonly Guide[]): Unit[] => {
  const ids = new Set(guides.flatMap(({ activities }) => activities.flatMap(({ teaches }) => teaches.map(({ unitId }) => unitId))))
  return unitsOf(course).flatMap(({ unit }) => (ids.has(unit.id) ? [unit] : []))
}

/** The steps of a sitting, one after another: the run-sheets of its guides, as its cohort's timetable has them. */
export function runSheet({ course, guides, units }: Texts, pattern: Pattern): SheetStep[] {
  const steps = guides.flatMap((guide) => guide.runSheets[pattern].map(({ activityId, minutes, note }) => {
    const { teaches, id: _, ...activity } = guide.activities.find((one) => one.id === activityId)!
    const session = course.sessions.find((one) => one.id === guide.sessionId)?.title ?? course.title
    return { ...activity, session, minutes, note, ...cardOf(course, units, teaches.find((one) => one.cardId !== null)) }
  }))
  if (steps.length === 0) throw new NotFound(none)
  return steps.map((step, place) => ({ ...step, place }))
}

function cardOf(course: Course, units: readonly Unit[], about: { unitId: string; cardId: string | null } | undefined): Pick<SheetStep, 'card' | 'question'> {
  const unit = units.find((one) => one.id === about?.unitId)
  const card = unit?.cards.find((one) => one.id === about?.cardId)
  if (!unit || !card) return { card: null, question: null }
  return { card: { courseSlug: course.slug, unitId: unit.id, unitSlug: unit.slug, unitTitle: unit.title, cardId: card.id, title: card.title, blocks: shown(card) }, question: questionOf(card) }
}

/** What is read before the question. A scenario begins with its first step. */
const shown = (card: Card): Block[] => (card.kind === 'scenario' ? [...card.blocks, ...(card.steps[0]?.blocks ?? [])] : card.blocks)
