import { now } from '../clock.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { NotFound } from '../errors.ts'
import { hashOfToken } from './token.server.ts'

/** Whom an invitation is for, and to what: what the page shows before it is taken up. */
export const findInvitation = (token: string) => atTheDoor('take up an invitation', async (tx) => {
  const invitation = await tx.invitation.findUnique({ where: { tokenHash: hashOfToken(token) }, select: { fullName: true, role: true, acceptedAt: true, withdrawnAt: true, expiresAt: true, organisationId: true, organisation: { select: { name: true } } } })
  if (!invitation || invitation.acceptedAt || invitation.withdrawnAt || invitation.expiresAt <= now())
    throw new NotFound('This invitation has been used, or its time is over. Ask whoever sent it for a new one.')
  const providers = await tx.identityProvider.findMany({ where: { organisationId: invitation.organisationId, switchedOffAt: null }, select: { id: true, name: true } })
  return { fullName: invitation.fullName, role: invitation.role, place: invitation.organisation.name, providers }
})
