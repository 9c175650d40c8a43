import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

/** The codes with which somebody may still join this cohort, for those who run it. The codes themselves are not known any more. */
export const openJoinCodes = (viewer: Viewer, cohortId: string) => read(viewer, (tx) => tx.joinCode.findMany({
  where: { cohortId, closedAt: null, expiresAt: { gt: now() }, places: { gt: 0 } },
  select: { id: true, places: true, madeAt: true, madeById: true, expiresAt: true }, orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
}))
