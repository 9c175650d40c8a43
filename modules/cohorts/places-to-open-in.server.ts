import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { may } from './policy.ts'

/** The courses this viewer may open a cohort of, and where: "Mentor course, Riverside Academy". */
export const placesToOpenIn = (viewer: Viewer): Promise<{ value: string; label: string }[]> => read(viewer, async (tx) => {
  const ids = [...new Set(viewer.memberships.map(({ organisationId }) => organisationId))]
  const organisations = await tx.organisation.findMany({ where: { id: { in: ids } }, orderBy: { name: 'asc' }, select: { id: true, name: true, kind: true } })
  return organisations.flatMap(({ id, name, kind }) => [
    ...(kind !== 'delivery_site' && may.open(viewer, id, 'mentors') ? [{ value: `mentors ${id}`, label: `Mentor course, ${name}` }] : []),
    ...(kind === 'delivery_site' && may.open(viewer, id, 'trainers') ? [{ value: `trainers ${id}`, label: `Train the Trainer, ${name}` }] : []),
  ])
})
