import type { AdultClock, AdultState, AdultWeight, Danger, Rung } from '#prisma/generated/enums.ts'
import { asItStood, type Calendar } from '../calendar/staffed-time.ts'
import { oneWorkingDayAfter } from '../cases/working-day.ts'
import { momentsOf, targetFor, type Target } from '../safeguarding/climbs-ahead.ts'

export type AdultTimes = { sharedAt: Date; danger: Danger; state: AdultState; weight: AdultWeight | null; isLadoTold: boolean }
export type AdultClimb = { clock: AdultClock; rung: Rung; at: Date }

/** Until when it is decided in time: one working day after it was handed on (standards §1.4: the LADO hears of an allegation within one working day). Null: it is. */
export function decideBy({ sharedAt, state, weight, isLadoTold }: AdultTimes, timeZone: string): Date | null {
  const isOpen = state === 'waiting' || state === 'held' || state === 'weighed'
  return isOpen && (weight === null || (weight === 'allegation' && !isLadoTold)) ? oneWorkingDayAfter(sharedAt, timeZone) : null
}

/** Every climb of the clocks that run now: until somebody has it, as a concern's first clock does; and until it is decided, those who keep it at once, and the rung above a working day later. */
export function adultClimbs(times: AdultTimes, targets: readonly Target[], calendar: Calendar): AdultClimb[] {
  const waits = times.state !== 'waiting' ? [] : momentsOf(targetFor({ clock: 'received', danger: times.danger, at: times.sharedAt }, targets), times.sharedAt, asItStood(calendar, times.sharedAt)).map((moment) => ({ clock: 'held' as const, ...moment }))
  const by = decideBy(times, calendar.timeZone)
  const late = by ? [{ clock: 'deciding' as const, rung: 'deputies' as const, at: by }, { clock: 'deciding' as const, rung: 'head' as const, at: oneWorkingDayAfter(by, calendar.timeZone) }] : []
  return [...waits, ...late].sort((one, other) => one.at.getTime() - other.at.getTime())
}
