import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { Step, words } from './parts/fields.ts'
import { caseAsViewer, takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const MarkDuplicate = Step.extend({ ofId: z.uuid('Say which concern has it already.'), words: words('Say how you know that it is the same.') })

/** Two concerns turn out to be one worry: this one ends, and says which one goes on. */
export async function markDuplicate(viewer: Viewer, input: z.input<typeof MarkDuplicate>): Promise<void> {
  const { id, concernId, ofId, words } = MarkDuplicate.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'duplicate' }, may.keep, async ({ tx, concern, facts }) => {
    if (facts.wasHigh) throw new Conflict('It was assessed as high. Close it instead, so that a second adult signs.')
    const { concern: other } = await caseAsViewer(tx, viewer, ofId)
    if (ofId === concernId || other.organisationId !== concern.organisationId) throw new Conflict('It has to be another concern of the same setting.')
    if (['closed', 'duplicate', 'transferred'].includes(other.head!.state)) throw new Conflict('That one has ended. Pick one that goes on, or open it again first.')
    return { facts: { ofId }, words }
  })
}
