import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const CheckAgency = z.object({ id: z.uuid(), agencyId: z.uuid() })

/** A lead or deputy rang or looked, and the entry is still right. It asks again in a year. */
export async function checkAgency(viewer: Viewer, input: z.input<typeof CheckAgency>): Promise<void> {
  const { id, agencyId } = CheckAgency.parse(input)
  await changeOnce(viewer, async (tx) => {
    const agency = await tx.agency.findFirst({ where: { id: agencyId, endedAt: null } })
    if (!agency) throw new NotFound()
    const { organisationId } = agency
    authorize(may.keep, viewer, { organisationId })
    await tx.agencyCheck.createMany({ data: [{ id, organisationId, agencyId, byId: viewer.id }] })
    await record(tx, viewer, 'agency.checked', { organisationId, subjectId: agencyId })
  }, { mine: (tx) => tx.agencyCheck.findFirst({ where: { id, byId: viewer.id } }), otherwise: 'A colleague was a moment quicker.' })
}
