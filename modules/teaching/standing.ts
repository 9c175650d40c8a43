import type { TeachingMoveKind } from '#prisma/generated/enums.ts'
import { hours } from '../clock.ts'

export type Move = { number: number; kind: TeachingMoveKind; place: number; byId: string; at: Date }
export type Standing = {
  /** The number of the last move: a form says it, so that what was pressed on an old page moves nothing. */
  number: number
  /** The step of the run-sheet, from nought. */
  place: number
  is: 'running' | 'paused' | 'over'
  /** Milliseconds the room has been at this step, pauses left out; coming back to a step goes on counting. */
  elapsed: number
}

/** A sitting nobody ended is over by itself this long after anything last moved: longer than any of them is. */
export const forgottenAfter = hours(10)

/** Where the teaching is, from what moved it. Nobody has to be connected for its timer to run. */
export function standing(moves: readonly Move[], at: Date): Standing {
  const last = moves.at(-1)
  if (!last) return { number: 0, place: 0, is: 'over', elapsed: 0 }
  const elapsed = moves.reduce((sum, move, index) => {
    const isRunning = move.kind === 'step' || move.kind === 'go_on'
    return move.place === last.place && isRunning ? sum + Math.max(0, (moves[index + 1]?.at ?? at).getTime() - move.at.getTime()) : sum
  }, 0)
  const isForgotten = at.getTime() - last.at.getTime() > forgottenAfter
  return { number: last.number, place: last.place, is: last.kind === 'end' || isForgotten ? 'over' : last.kind === 'pause' ? 'paused' : 'running', elapsed }
}
