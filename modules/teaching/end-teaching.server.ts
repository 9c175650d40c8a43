import type { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { makeMove, MoveOn } from './parts/make-move.server.ts'

/** Whoever leads ends the session: phones and screen say so. Going to a step opens it again. */
export async function endTeaching(viewer: Viewer, input: z.input<typeof MoveOn>): Promise<void> {
  return makeMove(viewer, MoveOn.parse(input), ({ place }) => ({ kind: 'end', place }))
}
