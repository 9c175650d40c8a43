import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { AdultStep, words } from './parts/fields.ts'
import { takeAdultStep } from './parts/take-adult-step.server.ts'

export const StrikeAdult = AdultStep.extend({ line: z.coerce.number().int().min(1), words: words('Say what was wrong with it.') })

/** A line that was a mistake is struck through, with the reason. It stays readable. */
export async function strikeAdultLine(viewer: Viewer, input: z.input<typeof StrikeAdult>): Promise<void> {
  const { id, adultConcernId, line, words } = StrikeAdult.parse(input)
  await takeAdultStep(viewer, { id, adultConcernId, kind: 'struck' }, { facts: { number: line }, words })
}
