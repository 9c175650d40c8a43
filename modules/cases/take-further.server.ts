import { z } from 'zod'
import { now } from '../clock.ts'
import type { Viewer } from '../db/viewer.ts'
import { asOne } from '../safeguarding/said.ts'
import { Step, words } from './parts/fields.ts'
import { takeStep } from './parts/take-step.server.ts'
import { theReferral } from './parts/the-referral.server.ts'
import { may } from './policy.ts'
import { oneWorkingDayAfter } from './working-day.ts'

export const TakeFurther = Step.extend({ number: z.coerce.number().int().positive(), who: words('Say whom you went to.', 500), words: words('Say what you asked for, and what they said.') })

/** An agency is silent although it was chased, or whoever keeps the case disagrees with it: they go to whom the local procedure names. */
export async function takeFurther(viewer: Viewer, input: z.input<typeof TakeFurther>): Promise<void> {
  const { id, concernId, number, ...said } = TakeFurther.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'escalated' }, may.keep, async ({ tx, concern }) => {
    const { referral } = await theReferral(tx, concernId, number)
    return { facts: { referralId: referral.id, agencyId: referral.agencyId, chaseAt: oneWorkingDayAfter(now(), concern.organisation.timeZone).toISOString() }, words: asOne('escalated', said) }
  })
}
