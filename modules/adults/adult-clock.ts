import type { AdultClock, AdultState, AdultWeight, Danger, Rung } from '#prisma/generated/enums.ts'
import type { Calendar } from '../calendar/staffed-time.ts'
import { oneWorkingDayAfter } from '../cases/working-day.ts'
import { days } from '../clock.ts'
import { soonestMomentsOf, targetFor, type Target } from '../safeguarding/climbs-ahead.ts'

/** Where it stands in this time round: since when, and what it was weighed as and whether the LADO was told in it (`app.adult_times`). */
export type AdultTimes = { since: Date; danger: Danger; state: AdultState; decidedAs: AdultWeight | null; isLadoTold: boolean; /** When somebody last did something about it; or closed it, where that waits for a signature (`app.adult_worked`). */ workedAt?: Date | null }
export type AdultClimb = { clock: AdultClock; rung: Rung; at: Date }

/** Until when it is decided in time: one working day after it was handed on, or began anew (standards §1.4: the LADO hears of an allegation within one working day). Null: it is. */
export function decideBy({ since, state, decidedAs, isLadoTold }: AdultTimes, timeZone: string): Date | null {
  const isOpen = state === 'waiting' || state === 'held' || state === 'weighed'
  return isOpen && (decidedAs === null || (decidedAs === 'allegation' && !isLadoTold)) ? oneWorkingDayAfter(since, timeZone) : null
}

/** How long what is decided may lie without anybody doing anything about it: an allegation a week, the rest half a term. Source: standards §1.4. */
export const lies = { allegation: days(7), other: days(42) }
/** What is to be done next, and until when it is in time: to decide, to look again, or to sign a closing within a working day. */
export type Due = { clock: Exclude<AdultClock, 'held'>; at: Date }

export function dueNext(times: AdultTimes, timeZone: string): Due | null {
  const { state, decidedAs, workedAt } = times
  const by = decideBy(times, timeZone)
  if (by) return { clock: 'deciding', at: by }
  if (state === 'closing' && workedAt) return { clock: 'signing', at: oneWorkingDayAfter(workedAt, timeZone) }
  return state === 'weighed' && workedAt ? { clock: 'reviewing', at: new Date(workedAt.getTime() + (decidedAs === 'allegation' ? lies.allegation : lies.other)) } : null
}

/** Every climb of the clocks that run now: until somebody has it, as a concern's first clock does; and until what is next is done, those who keep it at once, the head a working day later, and the delivery site another. */
export function adultClimbs(times: AdultTimes, targets: readonly Target[], calendar: Calendar): AdultClimb[] {
  const waits = times.state !== 'waiting' ? [] : soonestMomentsOf(targetFor({ clock: 'received', danger: times.danger, at: times.since }, targets), times.since, calendar).map((moment) => ({ clock: 'held' as const, ...moment }))
  const due = dueNext(times, calendar.timeZone)
  const next = due && oneWorkingDayAfter(due.at, calendar.timeZone)
  const late = due && next ? [{ rung: 'deputies' as const, at: due.at }, { rung: 'head' as const, at: next }, { rung: 'delivery_site' as const, at: oneWorkingDayAfter(next, calendar.timeZone) }].map((one) => ({ clock: due.clock, ...one })) : []
  return [...waits, ...late].sort((one, other) => one.at.getTime() - other.at.getTime())
}
