import { after, days } from '../../clock.ts'
import type { Tx } from '../../db/transaction.server.ts'
import { pattern } from '../steps.ts'

/** The adults about whom this viewer keeps several concerns below the harm threshold, handed on within a year. */
export const patternsOf = (tx: Tx) => tx.$queryRaw<{ aboutId: string; count: number; newestId: string; newestAt: Date; /** The newest of them is not closed. */ isOpen: boolean }[]>`
  SELECT h."aboutId", count(*)::int AS count, (array_agg(c.id::text ORDER BY c."sharedAt" DESC))[1] AS "newestId", max(c."sharedAt") AS "newestAt", (array_agg(h.state ORDER BY c."sharedAt" DESC))[1] <> 'closed' AS "isOpen" FROM "AdultHead" h JOIN "AdultConcern" c ON c.id = h."adultConcernId"
  WHERE h."aboutId" IS NOT NULL AND h.weight IS DISTINCT FROM 'allegation' AND c."sharedAt" > ${after(-days(pattern.days))} GROUP BY h."aboutId" HAVING count(*) >= ${pattern.count} ORDER BY count(*) DESC`
