import type { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { makeMove, MoveOn } from './parts/make-move.server.ts'

/** Whoever leads lets the timer go on from where it was paused. */
export async function goOnTeaching(viewer: Viewer, input: z.input<typeof MoveOn>): Promise<void> {
  return makeMove(viewer, MoveOn.parse(input), ({ place }) => ({ kind: 'go_on', place }))
}
