import type { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { makeMove, MoveOn } from './parts/make-move.server.ts'

/** Whoever leads stops the timer of the step: a question from the room takes as long as it takes. */
export async function pauseTeaching(viewer: Viewer, input: z.input<typeof MoveOn>): Promise<void> {
  return makeMove(viewer, MoveOn.parse(input), ({ place }) => ({ kind: 'pause', place }))
}
