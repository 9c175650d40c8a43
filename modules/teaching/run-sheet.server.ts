import type { Activity } from '../curriculum/guide.ts'
import type { Block, Card, Course, Pattern } from '../curriculum/schema.ts'
import { theCourses, theGuides } from '../curriculum/the-curriculum.server.ts'
import { NotFound } from '../errors.ts'
import { questionOf, type Question } from './question.ts'

/** The card a step is about, as everybody in the room may see it. */
export type StepCard = { courseSlug: string; unitSlug: string; unitTitle: string; cardId: string; title: string; blocks: Block[] }
export type SheetStep = Omit<Activity, 'teaches' | 'id'> & { place: number; session: string; minutes: number; note: string | null; card: StepCard | null; question: Question | null }

type Sitting = { courseId: string; pattern: Pattern; covers: readonly number[] }

/** The steps of a sitting, one after another: the run-sheets of the sessions it covers, as its cohort's timetable has them. */
export function runSheet({ courseId, pattern, covers }: Sitting): SheetStep[] {
  const course = theCourses.find((one) => one.id === courseId)
  const steps = covers.flatMap((number) => {
    const session = course?.sessions.find((one) => one.number === number)
    const guide = theGuides.find((one) => one.courseId === courseId && one.sessionId === session?.id)
    return (guide?.runSheets[pattern] ?? []).map(({ activityId, minutes, note }) => {
      const { teaches, id: _, ...activity } = guide!.activities.find((one) => one.id === activityId)!
      const about = teaches.find((one) => one.cardId !== null)
      return { ...activity, session: session!.title, minutes, note, ...cardOf(course!, about) }
    })
  })
  if (steps.length === 0) throw new NotFound('There is no run-sheet for this sitting, so it cannot be taught from here.')
  return steps.map((step, place) => ({ ...step, place }))
}

function cardOf(course: Course, about: { unitId: string; cardId: string | null } | undefined): Pick<SheetStep, 'card' | 'question'> {
  const unit = course.sessions.flatMap((session) => session.units).find((one) => one.id === about?.unitId)
  const card = unit?.cards.find((one) => one.id === about?.cardId)
  if (!unit || !card) return { card: null, question: null }
  return { card: { courseSlug: course.slug, unitSlug: unit.slug, unitTitle: unit.title, cardId: card.id, title: card.title, blocks: shown(card) }, question: questionOf(card) }
}

/** What is read before the question. A scenario begins with its first step. */
const shown = (card: Card): Block[] => (card.kind === 'scenario' ? [...card.blocks, ...(card.steps[0]?.blocks ?? [])] : card.blocks)
