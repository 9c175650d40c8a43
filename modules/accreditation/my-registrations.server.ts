import { days, now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

/** What this learner is registered on, the newest first. */
export const myRegistrations = (viewer: Viewer) => read(viewer, (tx) =>
  tx.registration.findMany({ where: { personId: viewer.id }, orderBy: [{ registeredAt: 'desc' }, { id: 'desc' }], take: 10, include: { specification: { select: { title: true, version: true } } } }))

/** What this learner is registered on and has handed nothing in for yet, the newest: for Today. */
export const portfolioToBegin = (viewer: Viewer) => read(viewer, async (tx) => {
  const found = await tx.registration.findFirst({ where: { personId: viewer.id, withdrawnAt: null, evidence: { none: {} } }, orderBy: [{ registeredAt: 'desc' }, { id: 'desc' }], select: { id: true, registeredAt: true, specification: { select: { title: true } } } })
  return found && { id: found.id, registeredAt: found.registeredAt, title: found.specification.title }
})

/** How what was decided for this learner in the last week stands: what asks something of them first, then the newest. For Today. */
export const decidedForMe = (viewer: Viewer) => read(viewer, async (tx) => {
  const found = await tx.decision.findMany({ where: { personId: viewer.id, decidedAt: { gt: new Date(now().getTime() - days(7)) } }, orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }], take: 200, include: { criterion: { select: { id: true, number: true, says: true } } } })
  const newest = found.filter((one, at) => found.findIndex((other) => other.registrationId === one.registrationId && other.criterion.id === one.criterion.id) === at)
  const [met, asks] = [newest.filter(({ outcome }) => outcome === 'met'), newest.filter(({ outcome }) => outcome !== 'met')]
  return [...asks, ...met].slice(0, 3).map(({ id, outcome, decidedAt, registrationId, criterion }) => ({ id, outcome, decidedAt, registrationId, says: criterion.says }))
})
