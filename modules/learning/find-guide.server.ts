import { findCourse } from '../curriculum/find-course.server.ts'
import type { Card, Pattern, Unit } from '../curriculum/schema.ts'
import { theGuides } from '../curriculum/the-curriculum.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { changesSinceBegun } from './changes-since-begun.server.ts'
import { isOtherThere } from './changes.ts'
import { may } from './policy.ts'

/** How a session of a course is taught, for those who train: its run-sheet for one way to timetable it, and where that stands in the sitting. */
export async function findGuide(viewer: Viewer, { course: courseSlug, session: slug, pattern }: { course: string; session: string; pattern: Pattern }) {
  const course = findCourse(courseSlug)
  const guide = theGuides.find((one) => one.courseId === course.id && one.slug === slug)
  const session = course.sessions.find((one) => one.id === guide?.sessionId)
  if (!guide || !session) throw new NotFound('There is no guide at this address.')
  authorize(may.teach, viewer)

  const changes = await read(viewer, (tx) => changesSinceBegun(tx, session.units))
  const sittings = course.timetables?.[pattern] ?? []
  const number = sittings.findIndex((one) => one.sessions.includes(session.id))
  const together = sittings[number]?.sessions ?? [session.id]
  const before = together.slice(0, together.indexOf(session.id)).flatMap((id) => theGuides.find((one) => one.sessionId === id)?.runSheets[pattern] ?? []).reduce((sum, step) => sum + step.minutes, 0)
  let minute = 0
  const steps = guide.runSheets[pattern].map(({ activityId, minutes, note }) => {
    const activity = guide.activities.find((one) => one.id === activityId)!
    const step = { ...activity, teaches: activity.teaches.map((one) => named(one)), minutes, note, at: minute }
    minute += minutes
    return step
  })
  return {
    course: { slug: course.slug, title: course.title }, session: { number: session.number, title: session.title, sessions: course.sessions.length },
    slug: guide.slug, pattern, changes, aims: guide.aims, materials: guide.materials, room: guide.room, safety: guide.safety, steps, minutes: minute,
    /** The sitting this is part of: which it is, and how many minutes of it have gone when this session begins. */
    answers: session.units.flatMap((unit) => unit.cards.flatMap((card) => (card.kind === 'check' ? [answerOf(unit, card)] : []))),
    sitting: { number: number + 1, of: sittings.length, minutesBefore: before },
  }

  function named({ unitId, cardId }: { unitId: string; cardId: string | null }) {
    const unit = course.sessions.flatMap((one) => one.units).find((one) => one.id === unitId)!
    return { unit: unit.title, unitSlug: unit.slug, card: unit.cards.find((card) => card.id === cardId)?.title ?? null, cardId, /** How many learners the viewer follows have this card otherwise on their own pages. */ others: changes.filter((one) => one.unitId === unitId && cardId !== null && isOtherThere(cardId, one)).reduce((sum, one) => sum + one.learners, 0) }
  }
}

const answerOf = (unit: Unit, card: Extract<Card, { kind: 'check' }>) => ({
  unit: unit.title, unitSlug: unit.slug, cardId: card.id, title: card.title, ask: card.ask,
  right: card.options.filter((option) => option.isRight).map(({ id, label, feedback }) => ({ id, label, feedback })),
})
export type GuideSeen = Awaited<ReturnType<typeof findGuide>>
