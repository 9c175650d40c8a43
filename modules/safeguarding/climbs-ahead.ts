import type { Clock, Danger, Rung } from '#prisma/generated/enums.ts'
import { afterStaffed, sooner, type Calendar } from '../calendar/staffed-time.ts'
import { days, minutes as inMinutes } from '../clock.ts'
import { climbs, longestDays, longestMinutes, usualMinutes } from './states.ts'

export type Target = { clock: Clock; danger: Danger; minutes: number; inStaffedTime: boolean; since: Date | string }
export type Running = { raisedAt: Date; danger: Danger; receivedAt: Date | null; takenOnAt: Date | null; climbed: readonly { clock: Clock; rung: Rung }[] }
export type Climb = { clock: Clock; rung: Rung; at: Date }

/** What a clock runs for, how it counts, and after how many days it climbs however long a setting is closed: a Christmas holiday is no reason for a child to wait. */
type Set = { minutes: number; inStaffedTime: boolean; longestDays: number }

/** What a clock was set to when a concern was raised, and never more than it may be. Set to something else afterwards, it stays as it was. */
export function targetFor({ clock, danger, at }: { clock: Clock; danger: Danger; at: Date }, targets: readonly Target[]): Set {
  const [newest] = targets.filter((target) => target.clock === clock && target.danger === danger && new Date(target.since) <= at).sort((one, other) => new Date(other.since).getTime() - new Date(one.since).getTime())
  return { minutes: Math.min(newest?.minutes ?? usualMinutes[clock][danger], longestMinutes[clock][danger]), inStaffedTime: (newest?.inStaffedTime ?? false) && danger !== 'now', longestDays: longestDays[danger] }
}

/** When a clock reaches its first, second and third rung: by the wall clock, or counting the time in which somebody is there. */
export function momentsOf({ minutes, inStaffedTime, longestDays: atMost }: Set, from: Date, calendar: Calendar): { rung: Rung; at: Date }[] {
  return climbs.map((rung, step) => {
    const run = (step + 1) * minutes
    if (!inStaffedTime || !calendar.week) return { rung, at: new Date(from.getTime() + inMinutes(run)) }
    const last = from.getTime() + days(atMost + step)
    return { rung, at: new Date(Math.min(afterStaffed(calendar, from, run)?.getTime() ?? last, last)) }
  })
}

/** The same by the sooner of the calendars of then and now: what is entered later holds no running clock up, and what is put right still frees one. */
export const soonestMomentsOf = (target: Set, from: Date, calendar: Calendar): { rung: Rung; at: Date }[] =>
  climbs.map((rung, step) => ({ rung, at: sooner(calendar, from, (one) => momentsOf(target, from, one)[step]!.at) }))

/** Every climb still ahead of a concern, by the targets it was raised under, soonest first: what is due is at the front, in the order in which it should have happened. */
export function climbsAhead({ raisedAt, danger, receivedAt, takenOnAt, climbed }: Running, targets: readonly Target[], calendar: Calendar): Climb[] {
  const running: Clock[] = takenOnAt ? [] : receivedAt ? ['taken_on'] : ['received', 'taken_on']
  return running.flatMap((clock) => soonestMomentsOf(targetFor({ clock, danger, at: raisedAt }, targets), raisedAt, calendar).map((moment) => ({ clock, ...moment }))
    .filter(({ rung }) => !climbed.some((done) => done.clock === clock && done.rung === rung)))
    .sort((one, other) => one.at.getTime() - other.at.getTime())
}
