import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { asOne } from '../safeguarding/said.ts'
import { levels, thresholds } from '../safeguarding/steps.ts'
import { perhaps, Step, words } from './parts/fields.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const TriageConcern = Step.extend({
  level: z.enum(levels.map((level) => level.value), 'Say how serious it is, as you see it now.'),
  threshold: z.enum(thresholds.map((threshold) => threshold.value), 'Pick the threshold it meets, as you see it now.'),
  reasons: words('Say why: what you know, and what you think of it.'),
  risks: perhaps, strengths: perhaps, wishes: perhaps,
})

/** Whoever keeps a case says how serious it is and which threshold of help it meets, with reasons. It can be said again: the last one counts. */
export async function triageConcern(viewer: Viewer, input: z.input<typeof TriageConcern>): Promise<void> {
  const { id, concernId, level, threshold, ...said } = TriageConcern.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'triaged' }, may.keep, () => ({ facts: { level, threshold }, words: asOne('triaged', said) }))
}
