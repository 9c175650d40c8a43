import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { leftToNobody } from '../cases/left-to-nobody.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { dropSockets } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const EndRole = z.object({ membershipId: z.uuid() })

/** Ends somebody's role, at once: their open pages are dropped and come back without it. */
export async function endRole(viewer: Viewer, input: z.input<typeof EndRole>): Promise<void> {
  const { membershipId } = EndRole.parse(input)
  return change(viewer, async (tx) => {
    const membership = await tx.membership.findUnique({ where: { id: membershipId }, include: { organisation: true } })
    if (!membership) throw new NotFound()
    authorize(may.giveRole, viewer, membership.role, membership.organisation, membership.personId)
    const { count } = await tx.membership.updateMany({ where: { id: membershipId, OR: [{ endsAt: null }, { endsAt: { gt: now() } }] }, data: { endsAt: now(), endedById: viewer.id } })
    if (count === 0) throw new Conflict('That had ended already.')
    await record(tx, viewer, 'organisation.role-ended', { organisationId: membership.organisationId, subjectId: membership.personId, role: membership.role })
    // What they looked after is somebody else's to know of, at once.
    if (['safeguarding_lead', 'deputy_lead', 'head', 'programme_lead'].includes(membership.role)) await enqueue(tx, leftToNobody, {})
    await dropSockets(tx, membership.personId)
  })
}
