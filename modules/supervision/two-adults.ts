import { seconds } from '../clock.ts'

/** A seat is held this long after the page last said it is open. */
export const seatLease = seconds(60)
/** How long a room goes on without its two adults before it stands still. */
export const grace = seconds(120)

/** Until when an adult's seat is or was held; null: not come in yet. */
export type AdultLease = { personId: string; name: string; part: 'youth_worker' | 'specialist'; until: Date | null }
export type Gap = { since: Date; until: Date | null }

/**
 * The last moment for which the leases keep the rule: a youth worker and a specialist, two different people; or, where one goes on with a
 * recorded reason and somebody standing by, either of them.
 */
export function keptUntil(adults: readonly AdultLease[], { oneIsEnough }: { oneIsEnough: boolean }): Date | null {
  const times = oneIsEnough
    ? adults.map((adult) => adult.until)
    : adults.filter((adult) => adult.part === 'youth_worker').flatMap((worker) =>
      adults.filter((adult) => adult.part === 'specialist' && adult.personId !== worker.personId).map((specialist) => earlier(worker.until, specialist.until)))
  return times.reduce((latest, time) => (time && (!latest || time > latest) ? time : latest), null)
}

/** Which parts nobody is here for now. */
export function missingParts(adults: readonly AdultLease[], at: Date): AdultLease['part'][] {
  const here = adults.filter((adult) => adult.until && adult.until > at)
  const missing = (['youth_worker', 'specialist'] as const).filter((part) => !here.some((adult) => adult.part === part))
  const isOnePersonTwice = missing.length === 0 && new Set(here.map((adult) => adult.personId)).size < 2
  return isOnePersonTwice ? ['specialist'] : missing
}

/** The times in which the room stood still: each gap, from the end of its grace. */
export const stillTimes = (gaps: readonly Gap[], at: Date): { from: Date; to: Date }[] =>
  gaps.map(({ since, until }) => ({ from: new Date(since.getTime() + grace), to: until ?? at })).filter(({ from, to }) => from < to)

const earlier = (a: Date | null, b: Date | null) => (a && b ? (a < b ? a : b) : null)
