import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { makeMove, MoveOn } from './parts/make-move.server.ts'
import { sheetOf } from './parts/texts.server.ts'

export const GoToStep = MoveOn.extend({ place: z.coerce.number().int().min(0) })

/** Whoever leads goes to a step of the run-sheet: on, back, or to any other; also from the end, which opens the session again. */
export async function goToStep(viewer: Viewer, input: z.input<typeof GoToStep>): Promise<void> {
  const { place, ...at } = GoToStep.parse(input)
  return makeMove(viewer, at, async (_, sitting, tx) => {
    if (place >= (await sheetOf(tx, sitting)).length) throw new NotFound('There is no such step.')
    return { kind: 'step', place }
  })
}
