import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { AdultStep, words } from './parts/fields.ts'
import { takeAdultStep } from './parts/take-adult-step.server.ts'
import { outcomes } from './steps.ts'

export const CloseAdult = AdultStep.extend({ outcome: z.enum(outcomes.map(({ value }) => value), 'Choose what came of it.'), words: words('Say why it can be closed.') })

/** Whoever keeps it closes it, with what came of it and why. What was ever an allegation waits for a second signature. */
export async function closeAdultConcern(viewer: Viewer, input: z.input<typeof CloseAdult>): Promise<void> {
  const { id, adultConcernId, outcome, words } = CloseAdult.parse(input)
  await takeAdultStep(viewer, { id, adultConcernId, kind: 'closed' }, { facts: { outcome }, words })
}
