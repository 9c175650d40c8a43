import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const EndDuty = z.object({ organisationId: z.uuid(), personId: z.uuid() })

/** Somebody is no longer on duty, from this moment: all that runs now ends. Pressed twice, it has ended all the same. */
export async function endDuty(viewer: Viewer, input: z.input<typeof EndDuty>): Promise<void> {
  const { organisationId, personId } = EndDuty.parse(input)
  await change(viewer, async (tx) => {
    if (!(await tx.organisation.findUnique({ where: { id: organisationId }, select: { id: true } }))) throw new NotFound()
    authorize(may.planDuty, viewer, organisationId, personId)
    const { count } = await tx.duty.updateMany({ where: { organisationId, personId, startsAt: { lte: now() }, endsAt: { gt: now() } }, data: { endsAt: now() } })
    if (count) await record(tx, viewer, 'duty.ended', { organisationId, subjectId: personId })
  })
}
