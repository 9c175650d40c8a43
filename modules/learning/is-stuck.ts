import { days } from '../clock.ts'
import type { State } from './place-in-unit.ts'

type Seen = { title: string; state: State; isTaught: boolean; movedAt: Date | null }
/** In the middle of a unit for five days; or nothing for ten days, with units open whose session was taught. */
export type Stuck = { why: 'in-a-unit'; title: string; since: Date } | { why: 'quiet'; open: number; since: Date | null } | null

/** Long enough that somebody who comes weekly is not meant, short enough that the next session can still help. */
const [inAUnit, quiet] = [days(5), days(10)]

/** Is a learner stuck, and in what? A guess from times, for somebody to ask kindly; nothing is decided by it. */
export function isStuck(units: readonly Seen[], now: Date): Stuck {
  const ago = (at: Date) => now.getTime() - at.getTime()
  const under = units.find((unit) => unit.state === 'under-way' && unit.movedAt && ago(unit.movedAt) >= inAUnit)
  if (under?.movedAt) return { why: 'in-a-unit', title: under.title, since: under.movedAt }
  const open = units.filter((unit) => unit.isTaught && unit.state !== 'finished').length
  const last = units.reduce<Date | null>((latest, { movedAt }) => (movedAt && (!latest || movedAt > latest) ? movedAt : latest), null)
  return open > 0 && (!last || ago(last) >= quiet) ? { why: 'quiet', open, since: last } : null
}
