import { underWay } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { standbyRoles } from './parts/require-standby.server.ts'

/** Adults of a setting who could stand by for a room with one supervisor. */
export const findStandbys = (viewer: Viewer, organisationId: string): Promise<{ personId: string; name: string }[]> => read(viewer, async (tx) => {
  const found = await tx.membership.findMany({ where: { organisationId, role: { in: standbyRoles }, ...underWay(), personId: { not: viewer.id } }, distinct: ['personId'], include: { person: { select: { name: true } } } })
  return found.map(({ personId, person }) => ({ personId, name: person.name })).sort((a, b) => a.name.localeCompare(b.name))
})
