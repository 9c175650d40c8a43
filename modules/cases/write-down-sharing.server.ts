import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { asOne } from '../safeguarding/said.ts'
import { bases, recipients } from '../safeguarding/sharing.ts'
import { perhaps, Step, words } from './parts/fields.ts'
import { happened, LocalTime } from './parts/happened.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const WriteDownSharing = Step.extend({
  recipient: z.enum(recipients.map(({ value }) => value), 'Pick who was told.'), basis: z.enum(bases.map(({ value }) => value), 'Pick the ground on which it was shared.'), happenedAt: LocalTime,
  to: words('Say who was told.'), what: words('Say what they were told.'), how: words('Say how it was kept safe on the way.'), reasons: words('Say why it was shared.'), asked: perhaps,
})

/** Whoever keeps a case writes down that something of it was shared: what, with whom, when, on what ground, how it was kept safe, and why. */
export async function writeDownSharing(viewer: Viewer, input: z.input<typeof WriteDownSharing>): Promise<void> {
  const { id, concernId, recipient, basis, happenedAt, ...said } = WriteDownSharing.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'shared' }, may.keep, ({ concern }) => ({ facts: { recipient, basis, happenedAt: happened(happenedAt, concern) }, words: asOne('shared', said) }))
}
