import { minutes } from '../clock.ts'
import { Conflict } from '../errors.ts'
import { grace, keptUntil, missingParts, type AdultLease, type Gap } from './two-adults.ts'

/** What decides how a room stands. */
export type RoomFacts = {
  calledOffAt: Date | null
  openedAt: Date | null
  closedAt: Date | null
  /** One adult went on, with a recorded reason and a named standby. */
  hasOverride: boolean
  adults: readonly AdultLease[]
  gaps: readonly Gap[]
}

export type RoomState =
  | { is: 'called-off' } | { is: 'over'; since: Date }
  | { is: 'lobby'; missing: AdultLease['part'][] }
  | { is: 'open' }
  | { is: 'counting'; since: Date; stillAt: Date; missing: AdultLease['part'][] }
  | { is: 'still'; since: Date; missing: AdultLease['part'][] }

/**
 * Since when the room is without its two adults; null when it is not. What was written down when one of them came back counts first; else
 * the leases say it.
 */
export function gapSince(facts: RoomFacts, at: Date): Date | null {
  if (!facts.openedAt) return null
  const written = facts.gaps.find((gap) => gap.until === null)
  if (written) return written.since
  const until = keptUntil(facts.adults, { oneIsEnough: facts.hasOverride })
  if (until && until > at) return null
  return until && until > facts.openedAt ? until : facts.openedAt
}

/** How a room stands at this moment. Nobody has to say that it stands still: the clock does. */
export function stateOf(facts: RoomFacts, at: Date): RoomState {
  if (facts.calledOffAt) return { is: 'called-off' }
  if (facts.closedAt) return { is: 'over', since: facts.closedAt }
  const missing = missingParts(facts.adults, at)
  if (!facts.openedAt) return { is: 'lobby', missing }
  const since = gapSince(facts, at)
  if (!since) return { is: 'open' }
  const stillAt = new Date(since.getTime() + grace)
  return stillAt > at ? { is: 'counting', since, stillAt, missing } : { is: 'still', since: stillAt, missing }
}

/** The lobby is there from half an hour before the meeting. */
export const isTooEarly = (startsAt: Date, at: Date): boolean => startsAt.getTime() - at.getTime() > minutes(30)

/** Goes on if people may write in the room: it is open, also while it stands still. */
export function requireOpen(state: RoomState): void {
  if (state.is === 'lobby') throw new Conflict('The room is not open yet.')
  if (state.is === 'over') throw new Conflict('This meeting is over.')
  if (state.is === 'called-off') throw new Conflict('This meeting was called off.')
}

/** Goes on if turns, timers and topics move. */
export function requireMoving(state: RoomState): void {
  requireOpen(state)
  if (state.is === 'still') throw new Conflict('The room is standing still until both supervisors are here. What you write is kept.')
}
