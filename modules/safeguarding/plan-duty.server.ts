import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'
import { refuseIfNotForDuty } from './refuse-if-not-for-duty.server.ts'

export const PlanDuty = z.object({ id: z.uuid(), organisationId: z.uuid(), personId: z.uuid(), startsAt: z.coerce.date(), endsAt: z.coerce.date() })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, { path: ['endsAt'], message: 'Duty ends after it starts.' })

/** Somebody is put on duty, or puts themself: from when to when they are there for whoever is worried. */
export async function planDuty(viewer: Viewer, input: z.input<typeof PlanDuty>): Promise<void> {
  const duty = PlanDuty.parse(input)
  authorize(may.planDuty, viewer, duty.organisationId, duty.personId)
  await change(viewer, async (tx) => {
    await refuseIfNotForDuty(tx, viewer, duty)
    const { count } = await tx.duty.createMany({ data: [duty], skipDuplicates: true })
    if (count) await record(tx, viewer, 'duty.planned', { organisationId: duty.organisationId, subjectId: duty.personId })
  })
}
