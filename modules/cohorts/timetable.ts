import { Temporal } from 'temporal-polyfill'
import type { CohortKind, TimetablePattern } from '#prisma/generated/enums.ts'

/** The course each kind of cohort goes through, by its stable id in the curriculum, and what its five sessions are called. */
export const courses: Record<CohortKind, { courseId: string; sessions: readonly string[] }> = {
  mentors: { courseId: 'course-peer-mentor-2', sessions: ['The role', 'Relationships', 'Exploring change', 'Taking notice', 'Keeping safe'] },
  trainers: { courseId: 'course-train-the-trainer', sessions: ['How the course works', 'Teaching a session', 'Holding a group', 'Safe and supervised', 'Teaching it back'] },
}

/** Which sessions of the course each sitting covers, and how far apart the sittings are. */
const patterns: Record<TimetablePattern, { covers: readonly (readonly number[])[]; apart: Temporal.DurationLike }> = {
  two_day: { covers: [[1, 2, 3], [4, 5]], apart: { days: 1 } },
  five_session: { covers: [[1], [2], [3], [4], [5]], apart: { weeks: 1 } },
}

export type Sitting = { number: number; covers: number[]; title: string; startsAt: Date }
type Timetable = { kind: CohortKind; pattern: TimetablePattern; /** Local: 2026-10-01T15:40 */ firstAt: string; timeZone: string; terms?: readonly { startsOn: Date; endsOn: Date }[] }

/**
 * The sittings of a course. Weekly ones keep the hour on the wall through a clock change and pass over weeks outside the terms the setting
 * has entered; with no terms entered nothing is passed over. Never looks more than a year ahead.
 */
export function timetable({ kind, pattern, firstAt, timeZone, terms = [] }: Timetable): Sitting[] {
  const { covers, apart } = patterns[pattern]
  let at = Temporal.PlainDateTime.from(firstAt)
  const last = at.add({ years: 1 })
  const isInTerm = (day: string) => terms.length === 0 || terms.some(({ startsOn, endsOn }) => iso(startsOn) <= day && day <= iso(endsOn))
  return covers.map((covered, index) => {
    if (index > 0) {
      const next = at.add(apart)
      at = next
      while (!isInTerm(at.toPlainDate().toString()) && Temporal.PlainDateTime.compare(at, last) < 0) at = at.add({ weeks: 1 })
      // Past a year there is no term to find: the plain pattern is better than a date nobody meant.
      if (Temporal.PlainDateTime.compare(at, last) >= 0) at = next
    }
    return { number: index + 1, covers: [...covered], title: covered.map((number) => courses[kind].sessions[number - 1]!).join(', '), startsAt: new Date(at.toZonedDateTime(timeZone).epochMilliseconds) }
  })
}

const iso = (date: Date) => date.toISOString().slice(0, 10)

/** A local date and time (from a form) as the moment it is in that time zone. */
export const momentOf = (local: string, timeZone: string): Date => new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds)

/** A moment as the local date and time a form shows. */
export const localOf = (moment: Date, timeZone: string): string => Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
