import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const EndAgency = z.object({ agencyId: z.uuid() })

/** A lead or deputy takes an entry out of the directory. Where it was used, it stays. */
export async function endAgency(viewer: Viewer, input: z.input<typeof EndAgency>): Promise<void> {
  const { agencyId } = EndAgency.parse(input)
  await change(viewer, async (tx) => {
    const agency = await tx.agency.findUnique({ where: { id: agencyId } })
    if (!agency) throw new NotFound()
    authorize(may.keep, viewer, agency)
    const { count } = await tx.agency.updateMany({ where: { id: agencyId, endedAt: null }, data: { endedAt: now(), endedById: viewer.id } })
    if (count) await record(tx, viewer, 'agency.ended', { organisationId: agency.organisationId, subjectId: agencyId })
  })
}
