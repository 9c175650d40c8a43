import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { authorize } from '../policy.ts'
import { adultsOnLadder } from './adults-on-ladder.server.ts'
import { may } from './policy.ts'
import { standsOn } from './states.ts'

export const PlanDuty = z.object({ id: z.uuid(), organisationId: z.uuid(), personId: z.uuid(), startsAt: z.coerce.date(), endsAt: z.coerce.date() })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, { path: ['endsAt'], message: 'Duty ends after it starts.' })

/** Somebody is put on duty, or puts themself: from when to when they are there for whoever is worried. */
export async function planDuty(viewer: Viewer, input: z.input<typeof PlanDuty>): Promise<void> {
  const duty = PlanDuty.parse(input)
  authorize(may.planDuty, viewer, duty.organisationId, duty.personId)
  await change(viewer, async (tx) => {
    if (!(await adultsOnLadder(tx, duty.organisationId)).some((adult) => adult.personId === duty.personId && standsOn.first.includes(adult.role))) throw new Conflict('On duty are youth workers, safeguarding leads and deputies of the setting.')
    const { count } = await tx.duty.createMany({ data: [duty], skipDuplicates: true })
    if (count) await record(tx, viewer, 'duty.planned', { organisationId: duty.organisationId, subjectId: duty.personId })
  })
}
