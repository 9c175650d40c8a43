import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const SetReportingDuty = z.object({
  id: z.uuid(), organisationId: z.uuid('Say which setting it is for.'),
  inForceFrom: z.union([z.literal('').transform(() => null), z.iso.date('Pick the day as a date, or leave it empty: then it is off.')]),
  /** What stood when they began to write; empty: nothing. */
  insteadOfId: z.union([z.literal('').transform(() => null), z.uuid()]),
  explanation: z.string().trim().min(40, 'Say what somebody has to do, whom they tell, and by when.').max(6000, 'That is longer than fits.'),
})

/** A lead or deputy says from which day the duty to report is in force here, and what people are told about it; or switches it off. */
export async function setReportingDuty(viewer: Viewer, input: z.input<typeof SetReportingDuty>): Promise<void> {
  const { id, organisationId, insteadOfId, inForceFrom, explanation } = SetReportingDuty.parse(input)
  await changeOnce(viewer, async (tx) => {
    authorize(may.set, viewer, { organisationId })
    if (await tx.reportingDuty.findFirst({ where: { id, byId: viewer.id }, select: { id: true } })) return
    const stands = await tx.reportingDuty.findFirst({ where: { organisationId }, orderBy: [{ at: 'desc' }, { id: 'desc' }], select: { id: true } })
    if ((stands?.id ?? null) !== insteadOfId) throw new Conflict('It was set meanwhile. What holds now stands above, and what you wrote is still here: set it again if it is to take its place.')
    await tx.reportingDuty.createMany({ data: [{ id, organisationId, inForceFrom: inForceFrom ? new Date(inForceFrom) : null, explanation, byId: viewer.id }] })
    await record(tx, viewer, 'reporting-duty.set', { organisationId, subjectId: id, inForceFrom: inForceFrom ?? undefined })
  }, { mine: (tx) => tx.reportingDuty.findFirst({ where: { id, byId: viewer.id } }), otherwise: 'A colleague was a moment quicker. Look at it again.' })
}
