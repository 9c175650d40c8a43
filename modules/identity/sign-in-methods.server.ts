import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

/** How somebody can sign in: what they see on their account page. Never the secrets themselves. */
export const signInMethods = (viewer: Viewer) => read(viewer, async (tx) => {
  const personId = viewer.id
  const name = await tx.signInName.findUnique({ where: { personId } })
  const password = await tx.password.findUnique({ where: { personId }, select: { changedAt: true } })
  const passkeys = await tx.passkey.findMany({ where: { personId }, select: { id: true, name: true, createdAt: true, lastUsedAt: true }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  const authenticator = await tx.authenticator.findUnique({ where: { personId }, select: { confirmedAt: true } })
  const recoveryCodesLeft = await tx.recoveryCode.count({ where: { personId, usedAt: null } })
  const schools = await tx.externalIdentity.findMany({ where: { personId }, select: { id: true, providerId: true, linkedAt: true, provider: { select: { name: true } } } })
  const providers = await tx.identityProvider.findMany({ where: { organisationId: { in: [...new Set(viewer.memberships.map(({ organisationId }) => organisationId))] }, switchedOffAt: null }, select: { id: true, name: true }, orderBy: { name: 'asc' } })
  return {
    username: name?.username ?? null, passwordChangedAt: password?.changedAt ?? null, passkeys, authenticatorSince: authenticator?.confirmedAt ?? null, recoveryCodesLeft,
    schools: schools.map(({ provider, ...school }) => ({ ...school, name: provider.name })),
    canLink: providers.filter(({ id }) => !schools.some(({ providerId }) => providerId === id)),
  }
})
