import { Temporal } from 'temporal-polyfill'
import { isBankHoliday } from './bank-holidays.ts'

/** From when until when on a weekday, on the setting's wall clock. Monday is 1. */
export type Hours = { day: number; from: string; to: string }
export type Days = { startsOn: string; endsOn: string; /** When somebody said so. */ at?: string; changedAt?: string | null }
/** When somebody is there. `week` is null where the setting has not said: then nobody's hours are known. */
export type Calendar = { timeZone: string; week: readonly Hours[] | null; isOpenInHolidays: boolean; emergencyDuty: string | null; /** The hours as they were said, oldest first. */ hours?: readonly { at: string; week: readonly Hours[]; isOpenInHolidays: boolean }[]; terms: readonly Days[]; closed: readonly Days[] }

/** How far ahead anything is looked for: past the longest holiday of a school. */
const farthest = 120
const covers = (days: Days, day: string) => days.startsOn <= day && day <= days.endsOn

/**
 * Between two terms. Before the first that was entered, and past the last, Belay knows of no holidays, and weekdays count: a clock that
 * runs is better than one that waits for a term nobody wrote down.
 */
export function isHoliday({ terms }: Pick<Calendar, 'terms'>, day: string): boolean {
  return terms.some((term) => term.endsOn < day) && terms.some((term) => day < term.startsOn) && !terms.some((term) => covers(term, day))
}

/**
 * The calendar as it stood at a moment: what somebody enters later holds up no clock that was running. A term whose days were changed
 * since could have made a holiday of any day, so then no holidays are known. Days taken back from being closed are open for every clock.
 */
export function asItStood(calendar: Calendar, at: Date): Calendar {
  const wasSaid = (when: string | null | undefined) => !when || new Date(when) <= at
  const hours = calendar.hours && (calendar.hours.findLast((one) => wasSaid(one.at)) ?? { week: null, isOpenInHolidays: false })
  const terms = calendar.terms.every(({ changedAt }) => wasSaid(changedAt)) ? calendar.terms.filter((term) => wasSaid(term.at)) : []
  return { ...calendar, ...(hours ? { week: hours.week, isOpenInHolidays: hours.isOpenInHolidays } : {}), terms, closed: calendar.closed.filter((days) => wasSaid(days.at)) }
}

/** A moment counted from then by the calendar as it stood and as it stands, whichever comes sooner: what is entered later holds no running clock up, and what is put right still frees one. */
export const sooner = (calendar: Calendar, from: Date, moment: (calendar: Calendar) => Date): Date => new Date(Math.min(moment(asItStood(calendar, from)).getTime(), moment(calendar).getTime()))

/** Is it a day on which the setting is at work at all? Without hours of its own, Monday to Friday. */
export const isWorkingDay = (calendar: Calendar, day: string): boolean =>
  (calendar.week ? calendar.week.some((hours) => hours.day === weekday(day)) : weekday(day) < 6)
  && !isBankHoliday(day) && !calendar.closed.some((days) => covers(days, day)) && (calendar.isOpenInHolidays || !isHoliday(calendar, day))

const weekday = (day: string) => Temporal.PlainDate.from(day).dayOfWeek
const local = (at: Date, timeZone: string) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)

/** The staffed stretches from this moment on, the one under way included. Each is from one instant to another, so that a day on which the clocks change is as long as it is. */
function* stretches(calendar: Calendar, from: Date): Generator<{ from: number; to: number }> {
  const first = local(from, calendar.timeZone).toPlainDate()
  for (let ahead = 0; ahead < farthest && calendar.week; ahead += 1) {
    const day = first.add({ days: ahead })
    if (!isWorkingDay(calendar, day.toString())) continue
    for (const hours of calendar.week.filter((one) => one.day === day.dayOfWeek).sort((one, other) => one.from.localeCompare(other.from))) {
      const at = (time: string) => day.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds
      if (at(hours.to) > from.getTime()) yield { from: at(hours.from), to: at(hours.to) }
    }
  }
}

/** Is somebody there at this moment? */
export function isStaffed(calendar: Calendar, at: Date): boolean {
  const [next] = stretches(calendar, at)
  return next !== undefined && next.from <= at.getTime()
}

/** When somebody is there next; null where that is not known. */
export function opensNext(calendar: Calendar, at: Date): Date | null {
  for (const stretch of stretches(calendar, at)) if (stretch.from > at.getTime()) return new Date(stretch.from)
  return null
}

/** The moment at which so many minutes of staffed time have gone by; null where that many are not ahead. */
export function afterStaffed(calendar: Calendar, from: Date, minutes: number): Date | null {
  let left = minutes * 60_000
  for (const stretch of stretches(calendar, from)) {
    const begins = Math.max(stretch.from, from.getTime())
    if (stretch.to - begins >= left) return new Date(begins + left)
    left -= stretch.to - begins
  }
  return null
}

/** The same time of day so many working days on; counted from the next working day where this is none. */
export function afterWorkingDays(calendar: Calendar, from: Date, count: number): Date {
  const begins = local(from, calendar.timeZone)
  let day = begins.toPlainDate()
  for (let left = count, ahead = 0; left > 0 && ahead < farthest; ahead += 1) {
    day = day.add({ days: 1 })
    if (isWorkingDay(calendar, day.toString())) left -= 1
  }
  return new Date(day.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: begins.toPlainTime() }).epochMilliseconds)
}

/** When the setting goes home on the day of this moment: the end of its hours, or 18:00 where it has said none for that day. */
export function endOfWork(calendar: Calendar, at: Date): Date {
  const day = local(at, calendar.timeZone).toPlainDate()
  const to = calendar.week?.filter((hours) => hours.day === day.dayOfWeek).map((hours) => hours.to).sort().at(-1) ?? '18:00'
  return new Date(day.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: Temporal.PlainTime.from(to) }).epochMilliseconds)
}

/** The end of a calendar day in that time zone. */
export const endOfDay = (day: string, timeZone: string): Date => new Date(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds)
