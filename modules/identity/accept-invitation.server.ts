import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { dropSockets } from '../live/tell.server.ts'
import { claimInvitation } from './parts/claim-invitation.server.ts'

export const AcceptInvitation = z.object({ token: z.string().min(20).max(100) })

/** Somebody who has a sign-in already takes up an invitation: the further role is theirs from now. Not one they wrote themself. */
export async function acceptInvitation(viewer: Viewer, input: z.input<typeof AcceptInvitation>): Promise<void> {
  const { token } = AcceptInvitation.parse(input)
  await atTheDoor('take up an invitation', async (tx) => {
    const { organisationId, role, invitedById } = await claimInvitation(tx, token, viewer.id)
    if (invitedById === viewer.id) throw new Conflict('You wrote this invitation. It is for somebody else.')
    await tx.membership.createMany({ data: [{ organisationId, personId: viewer.id, role, givenById: invitedById }] })
    await record(tx, viewer, 'identity.invitation-taken-up', { organisationId, subjectId: viewer.id, role })
    await dropSockets(tx, viewer.id)
  })
}
