import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const WithdrawInvitation = z.object({ invitationId: z.uuid() })

/** Takes an invitation back: its link no longer works. */
export async function withdrawInvitation(viewer: Viewer, input: z.input<typeof WithdrawInvitation>): Promise<void> {
  const { invitationId } = WithdrawInvitation.parse(input)
  return change(viewer, async (tx) => {
    const invitation = await tx.invitation.findUnique({ where: { id: invitationId }, select: { role: true, organisationId: true, organisation: true } })
    if (!invitation) throw new NotFound()
    authorize(may.giveRole, viewer, invitation.role, invitation.organisation, null)
    const { count } = await tx.invitation.updateMany({ where: { id: invitationId, acceptedAt: null, withdrawnAt: null }, data: { withdrawnAt: now() } })
    if (count === 0) throw new Conflict('It was taken up or taken back already.')
    await record(tx, viewer, 'organisation.invitation-withdrawn', { organisationId: invitation.organisationId, subjectId: invitationId })
  })
}
