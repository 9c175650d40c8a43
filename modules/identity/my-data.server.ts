import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { waits } from '../organisations/not-begun.ts'

/** What Belay knows about somebody, told to themself: who they are, what they are where, and what they did last. */
export const myData = (viewer: Viewer) => read(viewer, async (tx) => {
  const person = await tx.person.findUniqueOrThrow({ where: { id: viewer.id }, select: { name: true, fullName: true, bornOn: true, createdAt: true } })
  const memberships = await tx.membership.findMany({
    where: { personId: viewer.id }, select: { id: true, role: true, startsAt: true, endsAt: true, organisationId: true }, orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
  })
  // Of a place somebody has left they no longer see the name.
  const places = await tx.organisation.findMany({ where: { id: { in: memberships.map(({ organisationId }) => organisationId) } }, select: { id: true, name: true } })
  const acts = await tx.act.findMany({ where: { byId: viewer.id }, select: { id: true, kind: true, at: true }, orderBy: { at: 'desc' }, take: 50 })
  return { ...person, memberships: memberships.map(({ organisationId, ...membership }) => ({ ...membership, isWaiting: waits(membership, now()), place: places.find(({ id }) => id === organisationId)?.name ?? 'a place you have left' })), acts }
})
