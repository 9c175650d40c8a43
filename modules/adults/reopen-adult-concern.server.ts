import type { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { AdultStep, words } from './parts/fields.ts'
import { takeAdultStep } from './parts/take-adult-step.server.ts'

export const ReopenAdult = AdultStep.extend({ words: words('Say what has come up.') })

/** Something has come up: it is open again, and whoever opens it has it. */
export async function reopenAdultConcern(viewer: Viewer, input: z.input<typeof ReopenAdult>): Promise<void> {
  const { id, adultConcernId, words } = ReopenAdult.parse(input)
  await takeAdultStep(viewer, { id, adultConcernId, kind: 'reopened' }, { words })
}
