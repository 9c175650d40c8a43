import type { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { AdultStep, perhaps } from './parts/fields.ts'
import { takeAdultStep } from './parts/take-adult-step.server.ts'
import { may } from './policy.ts'

export const SignAdult = AdultStep.extend({ words: perhaps })

/** A second of those who keep it agrees that an allegation is closed. Never whoever closed it. */
export async function signAdultClosing(viewer: Viewer, input: z.input<typeof SignAdult>): Promise<void> {
  const { id, adultConcernId, words } = SignAdult.parse(input)
  await takeAdultStep(viewer, { id, adultConcernId, kind: 'signed' }, words ? { words } : {}, { rule: may.sign })
}
