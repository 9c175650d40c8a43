import { z } from 'zod'
import { now } from '../clock.ts'
import type { Viewer } from '../db/viewer.ts'
import { asOne } from '../safeguarding/said.ts'
import { Step, words } from './parts/fields.ts'
import { takeStep } from './parts/take-step.server.ts'
import { theReferral } from './parts/the-referral.server.ts'
import { may } from './policy.ts'
import { oneWorkingDayAfter } from './working-day.ts'

export const ChaseAgency = Step.extend({ number: z.coerce.number().int().positive(), who: words('Say whom you spoke with, or tried to.', 500), words: words('Say what they said.') })

/** Whoever keeps a case asked an agency that has not answered. After another working day it is asked for again. */
export async function chaseAgency(viewer: Viewer, input: z.input<typeof ChaseAgency>): Promise<void> {
  const { id, concernId, number, ...said } = ChaseAgency.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'chased' }, may.keep, async ({ tx, concern }) => {
    const { referral } = await theReferral(tx, concernId, number)
    return { facts: { referralId: referral.id, agencyId: referral.agencyId, chaseAt: oneWorkingDayAfter(now(), concern.organisation.timeZone).toISOString() }, words: asOne('chased', said) }
  })
}
