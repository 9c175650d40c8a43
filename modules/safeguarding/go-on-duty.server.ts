import { z } from 'zod'
import { after, hours as inHours, now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { endDuty } from './end-duty.server.ts'
import { planDuty } from './plan-duty.server.ts'
import { may } from './policy.ts'
import { refuseIfNotForDuty } from './refuse-if-not-for-duty.server.ts'

export const GoOnDuty = z.object({ organisationId: z.uuid(), hours: z.number().min(1).max(12) })

/** Somebody is here from now, for so many hours (at most 12). It replaces what they had said before. */
export async function goOnDuty(viewer: Viewer, input: z.input<typeof GoOnDuty>): Promise<void> {
  const { organisationId, hours } = GoOnDuty.parse(input)
  // First: who may not be put on duty now keeps what was planned for them, and the first rung does not lose somebody who is there.
  await change(viewer, async (tx) => {
    if (!(await tx.organisation.findUnique({ where: { id: organisationId }, select: { id: true } }))) throw new NotFound()
    authorize(may.planDuty, viewer, organisationId, viewer.id)
    await refuseIfNotForDuty(tx, viewer, { organisationId, personId: viewer.id })
  })
  await endDuty(viewer, { organisationId, personId: viewer.id })
  await planDuty(viewer, { id: newId(), organisationId, personId: viewer.id, startsAt: now(), endsAt: after(inHours(hours)) })
}
