import { after, now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { forgottenAfter } from './standing.ts'

export type TaughtNow = { sessionId: string; cohortId: string; cohortName: string; title: string; part: 'learner' | 'trainer' }

/** The sittings of this viewer's that are being taught at this moment, the one opened last first: for Today, and for a phone that follows. */
export const taughtNow = (viewer: Viewer): Promise<TaughtNow[]> => read(viewer, (tx) => taughtNowIn(tx, viewer))

export const taughtNowIn = (tx: Tx, viewer: Viewer): Promise<TaughtNow[]> => tx.$queryRaw<TaughtNow[]>`
  SELECT t."sessionId", s."cohortId", c.name AS "cohortName", s.title, mine.part::text AS part
  FROM "Teaching" t JOIN "CohortSession" s ON s.id = t."sessionId" JOIN "Cohort" c ON c.id = s."cohortId"
  JOIN "CohortMember" mine ON mine."cohortId" = c.id AND mine."personId" = ${viewer.id}::uuid AND mine."leftAt" IS NULL AND mine."placedAt" IS NOT NULL
  CROSS JOIN LATERAL (SELECT m.kind, m.at FROM "TeachingMove" m WHERE m."sessionId" = t."sessionId" ORDER BY m.number DESC LIMIT 1) last
  WHERE last.kind <> 'end' AND last.at > ${after(-forgottenAfter)} AND t."openedAt" <= ${now()}
  ORDER BY t."openedAt" DESC LIMIT 3`
