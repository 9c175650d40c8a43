import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { may } from './policy.ts'

/** The settings whose directory this viewer keeps. */
export const settingsISafeguard = (viewer: Viewer): Promise<{ id: string; name: string }[]> => read(viewer, (tx) => tx.organisation.findMany({
  where: { id: { in: viewer.memberships.map(({ organisationId }) => organisationId).filter((organisationId) => may.keep(viewer, { organisationId })) } }, select: { id: true, name: true }, orderBy: { name: 'asc' },
}))
