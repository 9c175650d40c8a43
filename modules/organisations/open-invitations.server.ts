import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { mayGiveRole } from './roles-given.ts'

/** The invitations of a place that are still open, for those who may give roles there; at most a hundred, newest first. */
export const openInvitations = (viewer: Viewer, organisationId: string) => read(viewer, async (tx) => {
  const rows = await tx.invitation.findMany({
    where: { organisationId, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: now() } }, orderBy: [{ invitedAt: 'desc' }, { id: 'desc' }], take: 100,
    select: { id: true, fullName: true, role: true, email: true, invitedAt: true, expiresAt: true, organisation: true },
  })
  return rows.map(({ organisation, ...invitation }) => ({ ...invitation, canWithdraw: mayGiveRole(viewer, invitation.role, organisation, null) }))
})
