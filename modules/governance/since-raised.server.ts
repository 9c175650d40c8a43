import type { Tx } from '../db/transaction.server.ts'

/** How long it took: half were quicker. Minutes, of those it had happened to. */
export type Median = { minutes: number | null; of: number }

/** Of the concerns somebody may see: minutes from being raised until each step was first taken, and of those where danger was now how many were answered before the clock ran out. */
export type SinceRaised = { discussed: Median; decided: Median; referred: Median; closed: Median; now: { inTime: number; of: number } }

type Row = Record<'discussed' | 'decided' | 'referred' | 'closed', number | null> & Record<'ofDiscussed' | 'ofDecided' | 'ofReferred' | 'ofClosed', number>

/** When each step came, so that a report shows that nobody who was in danger waited: for whoever sees rows. What had been high is closed when a second adult has signed, and not when that was asked for. Source: ESC-10. */
export async function sinceRaised(tx: Tx, { organisationId, from, until }: { organisationId: string; from: string; until: string }): Promise<SinceRaised> {
  const [steps] = await tx.$queryRaw<Row[]>`
    WITH ends AS (SELECT ${until}::date::timestamp AT TIME ZONE 'Europe/London' AS at),
    taken AS (SELECT e."concernId", step.kind, extract(epoch FROM min(e.at) - c."raisedAt")::float8 / 60 AS minutes
      FROM ends JOIN "Concern" c ON c."organisationId" = ${organisationId}::uuid AND c."raisedAt" >= ${from}::date::timestamp AT TIME ZONE 'Europe/London' AND c."raisedAt" < ends.at
      JOIN "ChronologyEntry" e ON e."concernId" = c.id AND e.kind IN ('discussed', 'decided', 'referred', 'closed', 'signed') AND e.at < ends.at
      CROSS JOIN LATERAL (SELECT CASE e.kind WHEN 'signed' THEN 'closed' ELSE e.kind END AS kind) step
      WHERE e.kind <> 'closed' OR NOT EXISTS (SELECT FROM "ChronologyEntry" h WHERE h."concernId" = c.id AND h.kind = 'triaged' AND h.number < e.number AND h.facts->>'level' IN ('emergency', 'high'))
      GROUP BY e."concernId", step.kind, c."raisedAt")
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes) FILTER (WHERE kind = 'discussed') AS discussed, count(*) FILTER (WHERE kind = 'discussed')::int AS "ofDiscussed",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes) FILTER (WHERE kind = 'decided') AS decided, count(*) FILTER (WHERE kind = 'decided')::int AS "ofDecided",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes) FILTER (WHERE kind = 'referred') AS referred, count(*) FILTER (WHERE kind = 'referred')::int AS "ofReferred",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes) FILTER (WHERE kind = 'closed') AS closed, count(*) FILTER (WHERE kind = 'closed')::int AS "ofClosed" FROM taken`
  const [now] = await tx.$queryRaw<{ inTime: number; of: number }[]>`
    SELECT (count(*) FILTER (WHERE "receivedInTime"))::int AS "inTime", count(*)::int AS of FROM app.concerns_counted(${organisationId}::uuid, ${from}::date, ${until}::date) WHERE danger = 'now'`
  const { discussed, ofDiscussed, decided, ofDecided, referred, ofReferred, closed, ofClosed } = steps!
  return { discussed: { minutes: discussed, of: ofDiscussed }, decided: { minutes: decided, of: ofDecided }, referred: { minutes: referred, of: ofReferred }, closed: { minutes: closed, of: ofClosed }, now: now! }
}
