import type { Tx } from '../../db/transaction.server.ts'
import type { CaseTimes } from '../case-clock.ts'

/** The times by which the clocks of cases run, in one question: of one case, or of all this one may read that are worked on or on their way to another setting. */
export const caseTimes = (tx: Tx, concernId: string | null = null) => tx.$queryRaw<CaseTimes[]>`
  SELECT h."concernId", h."organisationId", h.state::text AS state, h."caseLevel"::text AS level, c.danger::text AS danger, h."reviewOn"::text AS "reviewOn", t.at AS "takenOnAt", s.at AS "handedOnAt", s."receiptBy", e.*
  FROM "ChronologyHead" h JOIN "Concern" c ON c.id = h."concernId" JOIN "TakingOn" t ON t."concernId" = h."concernId"
  LEFT JOIN LATERAL (SELECT at, (facts->>'receiptBy')::timestamptz AS "receiptBy" FROM "ChronologyEntry" WHERE h.state = 'transferred' AND id = app.transfer_awaited(h."concernId")) s ON true
  CROSS JOIN LATERAL (
    SELECT max(at) FILTER (WHERE kind = 'reopened') AS "reopenedAt", min(at) FILTER (WHERE kind = 'triaged') AS "firstTriagedAt", max(at) FILTER (WHERE kind = 'triaged') AS "lastTriagedAt",
      max(at) FILTER (WHERE kind = 'closed') AS "closedAt", max(at) FILTER (WHERE kind = 'decided') AS "decidedAt", max(at) FILTER (WHERE kind = 'reviewed') AS "reviewedAt"
    FROM "ChronologyEntry" WHERE "concernId" = h."concernId") e
  WHERE h.state IN ('taken_on', 'triaged', 'in_action', 'monitoring', 'awaiting_agency', 'closing', 'transferred') AND (h.state <> 'transferred' OR s.at IS NOT NULL) AND (${concernId}::uuid IS NULL OR h."concernId" = ${concernId}::uuid)`
