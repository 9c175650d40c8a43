import type { AdultClock, AdultState, AdultWeight, Danger, Rung } from '#prisma/generated/enums.ts'
import type { Calendar } from '../calendar/staffed-time.ts'
import { oneWorkingDayAfter } from '../cases/working-day.ts'
import { soonestMomentsOf, targetFor, type Target } from '../safeguarding/climbs-ahead.ts'

/** Where it stands in this time round: since when, and what it was weighed as and whether the LADO was told in it (`app.adult_times`). */
export type AdultTimes = { since: Date; danger: Danger; state: AdultState; decidedAs: AdultWeight | null; isLadoTold: boolean }
export type AdultClimb = { clock: AdultClock; rung: Rung; at: Date }

/** Until when it is decided in time: one working day after it was handed on, or began anew (standards §1.4: the LADO hears of an allegation within one working day). Null: it is. */
export function decideBy({ since, state, decidedAs, isLadoTold }: AdultTimes, timeZone: string): Date | null {
  const isOpen = state === 'waiting' || state === 'held' || state === 'weighed'
  return isOpen && (decidedAs === null || (decidedAs === 'allegation' && !isLadoTold)) ? oneWorkingDayAfter(since, timeZone) : null
}

/** Every climb of the clocks that run now: until somebody has it, as a concern's first clock does; and until it is decided, those who keep it at once, the head a working day later, and the delivery site another. */
export function adultClimbs(times: AdultTimes, targets: readonly Target[], calendar: Calendar): AdultClimb[] {
  const waits = times.state !== 'waiting' ? [] : soonestMomentsOf(targetFor({ clock: 'received', danger: times.danger, at: times.since }, targets), times.since, calendar).map((moment) => ({ clock: 'held' as const, ...moment }))
  const by = decideBy(times, calendar.timeZone)
  const next = by && oneWorkingDayAfter(by, calendar.timeZone)
  const late = by && next ? [{ rung: 'deputies' as const, at: by }, { rung: 'head' as const, at: next }, { rung: 'delivery_site' as const, at: oneWorkingDayAfter(next, calendar.timeZone) }].map((one) => ({ clock: 'deciding' as const, ...one })) : []
  return [...waits, ...late].sort((one, other) => one.at.getTime() - other.at.getTime())
}
