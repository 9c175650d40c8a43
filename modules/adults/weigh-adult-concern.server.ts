import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { harms } from '../safeguarding/referral-parts.ts'
import { asParts } from './said.ts'
import { AdultStep, perhaps, words } from './parts/fields.ts'
import { takeAdultStep } from './parts/take-adult-step.server.ts'

export const Weigh = AdultStep.extend({
  weight: z.enum(['low_level', 'allegation'], 'Choose which of the two it is.'),
  harm: z.union([z.enum(harms.map(({ value }) => value)), z.literal('').transform(() => undefined)]).optional(),
  reasons: words('Say why. Somebody may read it in years.'), context: perhaps,
}).refine(({ weight, harm }) => weight === 'low_level' || harm, { path: ['harm'], message: 'Choose the one that it meets most plainly. Any one is enough.' })

/** Whoever keeps it weighs it against the harm threshold, any one part of which is enough, with reasons. It can be weighed again; the last one counts, and what was an allegation once stays one for the closing. */
export async function weighAdultConcern(viewer: Viewer, input: z.input<typeof Weigh>): Promise<void> {
  const { id, adultConcernId, weight, harm, reasons, context } = Weigh.parse(input)
  await takeAdultStep(viewer, { id, adultConcernId, kind: 'weighed' }, { facts: { weight, ...(weight === 'allegation' ? { harm: harm! } : {}) }, words: asParts('weighed', { reasons, context }) })
}
