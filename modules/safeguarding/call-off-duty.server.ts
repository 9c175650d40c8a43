import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const CallOffDuty = z.object({ dutyId: z.uuid() })

/** One time on duty does not happen, or ends now. Pressed twice, it has ended all the same. */
export async function callOffDuty(viewer: Viewer, input: z.input<typeof CallOffDuty>): Promise<void> {
  const { dutyId } = CallOffDuty.parse(input)
  await change(viewer, async (tx) => {
    const duty = await tx.duty.findUnique({ where: { id: dutyId } })
    if (!duty) throw new NotFound()
    authorize(may.planDuty, viewer, duty.organisationId, duty.personId)
    const endsAt = duty.startsAt > now() ? duty.startsAt : now()
    if (duty.endsAt <= endsAt) return
    const { count } = await tx.duty.updateMany({ where: { id: dutyId, endsAt: duty.endsAt }, data: { endsAt } })
    if (count) await record(tx, viewer, 'duty.ended', { organisationId: duty.organisationId, subjectId: duty.personId })
  })
}
