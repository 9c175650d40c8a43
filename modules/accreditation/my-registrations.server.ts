import { days, now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

/** What this learner is registered on, the newest first. */
export const myRegistrations = (viewer: Viewer) => read(viewer, (tx) =>
  tx.registration.findMany({ where: { personId: viewer.id }, orderBy: [{ registeredAt: 'desc' }, { id: 'desc' }], take: 10, include: { specification: { select: { title: true, version: true } } } }))

/** What was decided for this learner in the last week, the newest first: for Today. */
export const decidedForMe = (viewer: Viewer) => read(viewer, async (tx) => {
  const found = await tx.decision.findMany({ where: { personId: viewer.id, decidedAt: { gt: new Date(now().getTime() - days(7)) } }, orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }], take: 3, include: { criterion: { select: { number: true, says: true } } } })
  return found.map(({ id, outcome, decidedAt, registrationId, criterion }) => ({ id, outcome, decidedAt, registrationId, says: criterion.says }))
})
