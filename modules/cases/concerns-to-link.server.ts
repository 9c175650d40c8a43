import type { CaseState } from '#prisma/generated/enums.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { caseAsViewer } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export type ConcernToLink = { concernId: string; raisedAt: Date; raisedByName: string | null; state: CaseState }

/** The setting's other concerns that this viewer keeps, open and ended, newest first: one of them may belong together with this one. */
export const concernsToLink = (viewer: Viewer, concernId: string): Promise<ConcernToLink[]> => read(viewer, async (tx) => {
  const { concern, facts } = await caseAsViewer(tx, viewer, concernId)
  authorize(may.keep, viewer, facts)
  return tx.$queryRaw<ConcernToLink[]>`
    SELECT c.id AS "concernId", c."raisedAt", h.state::text AS state, (SELECT p.name FROM "Person" p WHERE p.id = c."raisedById") AS "raisedByName"
    FROM "Concern" c JOIN "ChronologyHead" h ON h."concernId" = c.id
    WHERE c."organisationId" = ${concern.organisationId}::uuid AND c.id <> ${concernId}::uuid AND app.keeps_concern(c.id)
      AND NOT EXISTS (SELECT FROM "ConcernLink" l WHERE l."endedAt" IS NULL AND c.id IN (l."concernId", l."otherId") AND ${concernId}::uuid IN (l."concernId", l."otherId"))
    ORDER BY c."raisedAt" DESC LIMIT 200`
})
