import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'

/** First and last day, as calendar days. */
export type TermDays = { startsOn: string; endsOn: string }
export type MeetingRule = { rule: string; firstAt: string; timeZone: string }

/**
 * When a group meets: its rule (RFC 5545) followed on the wall clock of its setting, so that 15:40 stays 15:40 when the clocks change, and
 * kept where the day lies in a term. The fortnight is counted from the first meeting through the holidays: the week does not slip over
 * Christmas. A setting that has recorded no terms is open all year.
 */
export function meetingTimes({ rule, firstAt, timeZone }: MeetingRule, terms: readonly TermDays[], until: Date): Date[] {
  const first = Temporal.PlainDateTime.from(firstAt).toZonedDateTime(timeZone)
  const end = Temporal.Instant.fromEpochMilliseconds(until.getTime()).toZonedDateTimeISO(timeZone)
  if (Temporal.ZonedDateTime.compare(first, end) > 0) return []
  return new RRuleTemporal({ rruleString: rule, dtstart: first, tzid: timeZone }).between(first, end, true)
    .filter((time) => { const day = time.toPlainDate().toString(); return terms.length === 0 || terms.some((term) => term.startsOn <= day && day <= term.endsOn) })
    .map((time) => new Date(time.epochMilliseconds))
}

/** Is this a rule Belay can follow? */
export function isRule(rule: string): boolean {
  if (!/^FREQ=(DAILY|WEEKLY|MONTHLY)(;[A-Z]+=[A-Z0-9,+-]+)*$/.test(rule)) return false
  try {
    return meetingTimes({ rule, firstAt: '2026-01-06T15:40', timeZone: 'Europe/London' }, [], new Date(Date.UTC(2026, 2, 1))).length < 100
  } catch {
    return false
  }
}
