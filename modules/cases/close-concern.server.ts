import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { outcomes } from '../safeguarding/steps.ts'
import { Step, words } from './parts/fields.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const CloseConcern = Step.extend({ outcome: z.enum(outcomes.map((outcome) => outcome.value), 'Pick what came of it.'), words: words('Say why it can be closed.') })

/** Whoever keeps a case closes it, with reasons. One that was high or an emergency waits for a second adult's signature. */
export async function closeConcern(viewer: Viewer, input: z.input<typeof CloseConcern>): Promise<void> {
  const { id, concernId, outcome, words } = CloseConcern.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'closed' }, may.keep, async ({ tx }) => {
    const left = await tx.caseAction.count({ where: { concernId, end: null } })
    if (left) throw new Conflict(left === 1 ? 'One thing is still to be done. Say that it is done, or call it off, first.' : `${left} things are still to be done. Say that they are done, or call them off, first.`)
    return { facts: { outcome }, words }
  })
}
