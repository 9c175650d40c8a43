import { Temporal } from 'temporal-polyfill'
import { isBankHoliday } from '../calendar/bank-holidays.ts'

type Day = Temporal.PlainDate

/** Monday to Friday, and no bank holiday. A setting's own terms and closed days are not asked: an agency works on days on which a school does not. */
const isWorkingDay = (day: Day): boolean => day.dayOfWeek <= 5 && !isBankHoliday(day.toString())

/** One working day on from a moment: the same hour of the next one. What happens on a day off counts from the beginning of the next working day. */
export function oneWorkingDayAfter(at: Date, timeZone: string): Date {
  let local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
  while (!isWorkingDay(local.toPlainDate())) local = local.add({ days: 1 }).startOfDay()
  do local = local.add({ days: 1 }); while (!isWorkingDay(local.toPlainDate()))
  return new Date(local.epochMilliseconds)
}

/** The moment a day begins there. */
export const startOf = (day: string, timeZone: string): Date => new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds)
