import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { declaration } from './declaration.ts'
import { handIn } from './parts/hand-in.server.ts'

export const HandInEvidence = z.object({
  id: z.uuid(), registrationId: z.uuid(), kind: z.enum(['answer', 'reflection']), cardId: z.string().max(90).nullable().default(null),
  words: z.string().trim().min(1, 'There are no words in it yet.').max(8000, 'That is longer than fits here.'),
  criterionIds: z.array(z.uuid()).min(1, 'Choose what it shows: one criterion at least.').max(30),
  declared: z.literal(true, 'Tick this when it is true.'),
  /** The mark of the words that were looked through for names. */
  looked: z.string(),
})

/** A learner hands in words of their own for one or more criteria, after they were looked through for names. */
export async function handInEvidence(viewer: Viewer, input: z.input<typeof HandInEvidence>): Promise<void> {
  const { registrationId, looked, declared: _, ...piece } = HandInEvidence.parse(input)
  await handIn(viewer, registrationId, looked, { ...piece, declarationVersion: declaration.version })
}
