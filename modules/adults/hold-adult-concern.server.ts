import type { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { AdultStep } from './parts/fields.ts'
import { takeAdultStep } from './parts/take-adult-step.server.ts'
import { tellSharer } from './parts/tell-sharer.server.ts'

/** One of those who keep it says "I have it": the first who does, looks after it, and whoever shared it sees so. */
export async function holdAdultConcern(viewer: Viewer, input: z.input<typeof AdultStep>): Promise<void> {
  const { id, adultConcernId } = AdultStep.parse(input)
  await takeAdultStep(viewer, { id, adultConcernId, kind: 'held' }, {}, { otherwise: 'Somebody has it already. Look at it again.', then: (tx) => tellSharer(tx, adultConcernId) })
}
