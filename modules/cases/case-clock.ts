import type { CaseClock, CaseLevel, CaseState, Danger, Rung } from '#prisma/generated/enums.ts'
import { afterWorkingDays, endOfDay, endOfWork, sooner, type Calendar } from '../calendar/staffed-time.ts'
import { days, hours } from '../clock.ts'
import { needsSecond } from '../safeguarding/steps.ts'

export type CaseTimes = {
  concernId: string; organisationId: string; state: CaseState; level: CaseLevel | null; danger: Danger; reviewOn: string | null
  takenOnAt: Date; closedAt: Date | null; reopenedAt: Date | null; firstTriagedAt: Date | null; lastTriagedAt: Date | null; decidedAt: Date | null; reviewedAt: Date | null
  /** Where it was handed to another setting that has not said that it arrived: when, and until when they should. */
  handedOnAt: Date | null; receiptBy: Date | null
}
/** A clock that runs: what for, from when, until when it is in time, and whom it tells after that. */
export type Ticking<Which extends CaseClock = CaseClock> = { clock: Which; since: Date; dueAt: Date; climbs: { rung: Rung; at: Date }[]; /** Nobody in the setting is left to look after it: the delivery site may hear. */ goesOut?: boolean }

/** The clocks of a case that is looked after; the other one tells that it is not. */
export type StepClock = Exclude<CaseClock, 'left'>

/** How long a case may lie without anybody looking at it again: a high one a week, others half a term. Source: standards §1.4. */
const lies = { high: days(7), other: days(42) }
/** The next working day, and however long a setting is closed not later than five days, a day more a step: no holiday and nobody's entry in a calendar silences a clock. */
const workingDays = (calendar: Calendar, from: Date, count: number) => new Date(Math.min(afterWorkingDays(calendar, from, count).getTime(), from.getTime() + days(4 + count)))
/** On the same day: until the setting goes home, and not less than four hours. */
const sameDay = (calendar: Calendar, at: Date) => new Date(Math.max(endOfWork(calendar, at).getTime(), at.getTime() + hours(4)))

/**
 * The one clock of a case that runs now, if any: to assess it, to decide, to look at it again, to sign that it is closed, to hear that it arrived. Near or high is for the same day, the rest for the next working day
 * (standards §1.4). When it runs out the keepers see it on Today; a step later the lead and deputies are told, and a step after that the head: two hours where it is near, otherwise a working day.
 * A day for looking again that lies further off than a case may lie does not stop it: nobody alone can mute it.
 */
export function caseClock(times: CaseTimes, calendar: Calendar): Ticking<StepClock> | null {
  const { state, level, danger, takenOnAt, closedAt, reopenedAt, firstTriagedAt, decidedAt } = times
  const isHigh = needsSecond(level)
  const begins = reopenedAt ?? takenOnAt
  if (state === 'taken_on') return toDo('assessing', begins, danger !== 'not_now', calendar)
  if (state === 'triaged' && !decidedAt) return toDo('deciding', firstTriagedAt ?? begins, isHigh, calendar)
  // One of them thinks that it is done: the other says so, or not, within a working day.
  if (state === 'closing' && closedAt) return toDo('signing', closedAt, false, calendar)
  if (state === 'transferred' && times.handedOnAt && times.receiptBy) return { clock: 'arriving', since: times.handedOnAt, dueAt: times.receiptBy, climbs: climbsFrom(times.receiptBy, false, times.handedOnAt, calendar) }
  if (!['triaged', 'in_action', 'monitoring', 'awaiting_agency'].includes(state)) return null

  const since = latest(begins, times.lastTriagedAt, decidedAt, times.reviewedAt)
  const longest = since.getTime() + (isHigh ? lies.high : lies.other)
  const dueAt = new Date(Math.min(longest, times.reviewOn ? endOfDay(times.reviewOn, calendar.timeZone).getTime() : longest))
  return { clock: 'reviewing', since, dueAt, climbs: climbsFrom(dueAt, false, since, calendar) }
}

export type CaseLeft = { concernId: string; organisationId: string; level: CaseLevel | null; since: Date; hasLead: boolean; hasKeeper: boolean }

/** Whoever looked after it no longer can: the lead and deputies hear at once, and the head where it is high two hours later, otherwise a working day. Where nobody is left who may look after it, the head at once. */
export function leftClock({ level, since, hasLead, hasKeeper }: CaseLeft, calendar: Calendar): Ticking<'left'> {
  const [next] = climbsFrom(since, needsSecond(level), since, calendar)
  return { clock: 'left', since, dueAt: since, goesOut: !hasKeeper, climbs: hasKeeper ? [...(hasLead ? [{ rung: 'deputies' as const, at: since }] : []), { rung: 'head', at: next!.at }] : [{ rung: 'head', at: since }] }
}

function toDo(clock: StepClock, since: Date, isNear: boolean, calendar: Calendar): Ticking<StepClock> {
  const dueAt = sooner(calendar, since, (one) => (isNear ? sameDay(one, since) : workingDays(one, since, 1)))
  return { clock, since, dueAt, climbs: climbsFrom(dueAt, isNear, since, calendar) }
}

/** A step at a time after it was due; by the calendar the clock began under, or the one that stands, whichever is sooner. */
const climbsFrom = (dueAt: Date, isNear: boolean, since: Date, calendar: Calendar): Ticking['climbs'] =>
  (['deputies', 'head'] as const).map((rung, step) => ({ rung, at: isNear ? new Date(dueAt.getTime() + hours(2) * (step + 1)) : sooner(calendar, since, (one) => workingDays(one, dueAt, step + 1)) }))

const latest = (first: Date, ...others: (Date | null)[]) => others.reduce<Date>((last, one) => (one && one > last ? one : last), first)
