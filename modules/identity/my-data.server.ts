import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

/** What Belay knows about somebody, told to themself: who they are, what they are where, and what they did last. */
export const myData = (viewer: Viewer) => read(viewer, async (tx) => {
  const person = await tx.person.findUniqueOrThrow({ where: { id: viewer.id }, select: { name: true, fullName: true, bornOn: true, createdAt: true } })
  const memberships = await tx.membership.findMany({
    where: { personId: viewer.id }, select: { id: true, role: true, startsAt: true, endsAt: true, organisation: { select: { name: true } } }, orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
  })
  const acts = await tx.act.findMany({ where: { byId: viewer.id }, select: { id: true, kind: true, at: true }, orderBy: { at: 'desc' }, take: 50 })
  return { ...person, memberships: memberships.map(({ organisation, ...membership }) => ({ ...membership, place: organisation?.name ?? 'a place you have left' })), acts }
})
