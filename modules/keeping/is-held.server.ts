import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { may } from './policy.ts'

/** Whether a concern is held by itself, for those who may hold it or end that; null for anybody else. */
export async function isHeld(viewer: Viewer, concernId: string): Promise<'held' | 'not held' | null> {
  if (!may.holdSomewhere(viewer)) return null
  return read(viewer, async (tx) => {
    const [row] = await tx.$queryRaw<{ organisationId: string; held: boolean }[]>`
      SELECT c."organisationId", EXISTS (SELECT FROM "LegalHold" l WHERE l."concernId" = c.id AND l."endedAt" IS NULL) AS held FROM "Concern" c WHERE c.id = ${concernId}::uuid`
    return row && may.hold(viewer, row.organisationId) ? (row.held ? 'held' : 'not held') : null
  })
}

/** Whether a record of the register about adults is held by itself, for whoever keeps it. */
export const isAdultHeld = (viewer: Viewer, adultConcernId: string): Promise<boolean> => read(viewer, async (tx) =>
  (await tx.legalHold.count({ where: { adultConcernId, endedAt: null } })) > 0)
