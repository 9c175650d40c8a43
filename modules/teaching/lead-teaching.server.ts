import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { rolesFor } from '../cohorts/roles-for.ts'
import { change } from '../db/change.server.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { refuseIfUnvetted } from '../vetting/refuse-if-unvetted.server.ts'
import { findOpenSitting } from './parts/find-open-sitting.server.ts'

/** `afterNumber`: which lead the page showed. */
export const LeadTeaching = z.object({ sessionId: z.uuid(), afterNumber: z.coerce.number().int().min(1) })

/** A trainer of the sitting leads from here on. The step and its timer stay as they are: nothing hangs on who leads, or on their connection. */
export async function leadTeaching(viewer: Viewer, input: z.input<typeof LeadTeaching>): Promise<void> {
  const { sessionId, afterNumber } = LeadTeaching.parse(input)
  return change(viewer, async (tx) => {
    const { lead, organisationId } = await findOpenSitting(tx, viewer, sessionId, 'teach')
    if (lead.byId === viewer.id) return
    if (lead.number !== afterNumber) throw new Conflict('Somebody else has just taken over. The page shows who leads now.')
    await refuseIfUnvetted(tx, viewer, { organisationId, personId: viewer.id, roles: rolesFor.mentors.trainer })
    await once(() => tx.teachingLead.createMany({ data: [{ sessionId, organisationId, number: afterNumber + 1, byId: viewer.id }] }), 'Somebody else has just taken over. The page shows who leads now.')
    await record(tx, viewer, 'teaching.led', { organisationId, subjectId: sessionId, after: lead.byId })
    await tell(tx, `teaching:${sessionId}`, 'teaching:led')
  })
}
