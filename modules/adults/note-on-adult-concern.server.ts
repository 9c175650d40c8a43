import type { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { AdultStep, words } from './parts/fields.ts'
import { takeAdultStep } from './parts/take-adult-step.server.ts'

export const NoteOnAdult = AdultStep.extend({ words: words('Write what you heard, saw or asked.') })

/** Somebody who keeps it writes down what they learned. */
export async function noteOnAdultConcern(viewer: Viewer, input: z.input<typeof NoteOnAdult>): Promise<void> {
  const { id, adultConcernId, words } = NoteOnAdult.parse(input)
  await takeAdultStep(viewer, { id, adultConcernId, kind: 'note' }, { words })
}
