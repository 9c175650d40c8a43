import type { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { Step, words } from './parts/fields.ts'
import { referralsOf } from './parts/referrals-of.server.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const ReopenConcern = Step.extend({ words: words('Say why it is opened again.') })

/** Whoever keeps a case opens it again after it was closed or handed on, and looks after it from then on. An agency that was still waited for is waited for again. */
export async function reopenConcern(viewer: Viewer, input: z.input<typeof ReopenConcern>): Promise<void> {
  const { id, concernId, words } = ReopenConcern.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'reopened' }, may.keep, async ({ tx }) => {
    const { referrals } = await referralsOf(tx, concernId)
    // The database holds this against what is open, under the lock of the head.
    return { facts: { stillWaiting: referrals.some((one) => one.isOpen) }, words }
  })
}
