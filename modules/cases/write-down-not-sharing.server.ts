import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { asOne } from '../safeguarding/said.ts'
import { recipients, whysNot } from '../safeguarding/sharing.ts'
import { perhaps, Step, words } from './parts/fields.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const WriteDownNotSharing = Step.extend({
  recipient: z.enum(recipients.map(({ value }) => value), 'Pick who it is not shared with.'), whyNot: z.enum(whysNot.map(({ value }) => value), 'Pick why it is not shared.'),
  to: words('Say who it is not shared with.'), what: words('Say what is not shared.'), reasons: words('Say why it is not shared.'), asked: perhaps,
})

/** Whoever keeps a case decides not to share something of it, and says why: a decision like any other. */
export async function writeDownNotSharing(viewer: Viewer, input: z.input<typeof WriteDownNotSharing>): Promise<void> {
  const { id, concernId, recipient, whyNot, ...said } = WriteDownNotSharing.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'not-shared' }, may.keep, () => ({ facts: { recipient, whyNot }, words: asOne('not-shared', said) }))
}
