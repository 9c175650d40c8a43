import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden } from '../errors.ts'
import { usualExplanation } from './notified.ts'
import { may, maySetSomewhere } from './policy.ts'

export type SetDuty = { organisationId: string; organisationName: string; /** The row that holds now, if somebody has set one. */ standsId: string | null; inForceFrom: string | null; explanation: string; setAt: Date | null }

/** How the duty to report is set in each setting this lead or deputy looks after. */
export async function reportingDuties(viewer: Viewer): Promise<SetDuty[]> {
  if (!maySetSomewhere(viewer)) throw new Forbidden('That is for the safeguarding lead and deputies.')
  return read(viewer, async (tx) => {
    const settings = await tx.organisation.findMany({
      where: { id: { in: viewer.memberships.map(({ organisationId }) => organisationId).filter((organisationId) => may.set(viewer, { organisationId })) } }, orderBy: { name: 'asc' },
      select: { id: true, name: true, reporting: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 } },
    })
    return settings.map(({ id, name, reporting: [newest] }) => ({ organisationId: id, organisationName: name, standsId: newest?.id ?? null, inForceFrom: newest?.inForceFrom?.toISOString().slice(0, 10) ?? null, explanation: newest?.explanation ?? usualExplanation, setAt: newest?.at ?? null }))
  })
}
