import { now } from '../../clock.ts'
import type { Tx } from '../../db/transaction.server.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { hashOfToken } from '../token.server.ts'

/** Takes an invitation for this person. The update is the claim: of two who press at once, one finds it taken. */
export async function claimInvitation(tx: Tx, token: string, personId: string) {
  const invitation = await tx.invitation.findUnique({ where: { tokenHash: hashOfToken(token) } })
  if (!invitation) throw new NotFound('This invitation does not work. Ask whoever sent it for a new one.')
  const { count } = await tx.invitation.updateMany({ where: { id: invitation.id, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: now() } }, data: { acceptedAt: now(), acceptedById: personId } })
  if (count === 0) throw new Conflict('This invitation has been used, or its time is over. Ask whoever sent it for a new one.')
  return invitation
}
