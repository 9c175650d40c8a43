import { z } from 'zod'
import { today } from '../clock.ts'
import type { Viewer } from '../db/viewer.ts'
import { asOne } from '../safeguarding/said.ts'
import { decisions } from '../safeguarding/steps.ts'
import { dayAhead, Step, words } from './parts/fields.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

const DecideConcern = () => Step.extend({
  decision: z.enum(decisions.map((decision) => decision.value), 'Pick what you decided.'),
  reviewOn: z.union([z.literal('').transform(() => undefined), dayAhead(today(), 'Pick the day as a date.')]).optional(),
  reasons: words('Say why you decided so.'),
  family: words('Say what the family knows, or why they were not told.'),
}).refine(({ decision, reviewOn }) => decision !== 'monitor' || reviewOn, { path: ['reviewOn'], error: 'Pick the day on which you look again.' })
export type DecideConcern = z.input<ReturnType<typeof DecideConcern>>

/** Whoever keeps a case decides what is to happen, says why, and what the family knows. To monitor it takes a day to look again. */
export async function decideConcern(viewer: Viewer, input: DecideConcern): Promise<void> {
  const { id, concernId, decision, reviewOn, ...said } = DecideConcern().parse(input)
  await takeStep(viewer, { id, concernId, kind: 'decided' }, may.keep, () => ({ facts: { decision, ...(reviewOn ? { reviewOn } : {}) }, words: asOne('decided', said) }))
}
