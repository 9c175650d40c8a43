import { after, days, now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { dueNext, lies, type AdultTimes } from './adult-clock.ts'
import { patternsOf } from './parts/patterns-of.server.ts'

export type AdultToday = { id: string; why: 'waits' | 'left' | 'late' | 'again' | 'unsigned' | 'added' | 'weigh' | 'lado' | 'sign' | 'signer' | 'pattern'; since: Date }
export type AdultElsewhere = { id: string; organisationName: string; phone: string | null; sharedAt: Date }
type Row = AdultTimes & { id: string; timeZone: string; isMine: boolean; isLeft: boolean; closedByMe: boolean; isAlone: boolean; isAddedTo: boolean }

/** The concerns about adults that need this viewer today: that they do, and since when, never whom they are about. And what waits elsewhere, for a delivery site to which it climbed. */
export const adultsToday = (viewer: Viewer): Promise<{ mine: AdultToday[]; elsewhere: AdultElsewhere[] }> => read(viewer, async (tx) => {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT * FROM (SELECT c.id, c.danger::text AS danger, h.state::text AS state, t.since, t."decidedAs", t."isLadoTold", w."workedAt", coalesce(o."timeZone", 'Europe/London') AS "timeZone", h."holderId" IS NOT DISTINCT FROM ${viewer.id}::uuid AS "isMine",
      h.state <> 'waiting' AND (h."holderId" IS NULL OR h."holderId" <> ALL (r.readers)) AS "isLeft",
      (SELECT l."byId" = ${viewer.id}::uuid FROM "AdultLine" l WHERE l."adultConcernId" = c.id AND l.kind = 'closed' ORDER BY l.number DESC LIMIT 1) IS TRUE AS "closedByMe",
      r.readers = ARRAY[${viewer.id}::uuid] AS "isAlone",
      EXISTS (SELECT FROM "AdultLine" a WHERE a."adultConcernId" = c.id AND a.kind = 'added' AND a."byId" IS DISTINCT FROM ${viewer.id}::uuid AND a.number > coalesce((SELECT max(l.number) FROM "AdultLine" l WHERE l."adultConcernId" = c.id AND l."byId" = ${viewer.id}::uuid AND l.kind <> 'added'), 0))
        AND (h."holderId" = ${viewer.id}::uuid OR h."holderId" = ANY (app.adults_away(c."organisationId"))) AS "isAddedTo"
    FROM app.adult_open_readers() r JOIN "AdultHead" h ON h."adultConcernId" = r."adultConcernId" JOIN "AdultConcern" c ON c.id = h."adultConcernId" LEFT JOIN "Organisation" o ON o.id = c."organisationId" CROSS JOIN LATERAL app.adult_times(c.id) t LEFT JOIN LATERAL app.adult_worked(c.id) w ON true WHERE h.state <> 'closed') open
    -- What is decided waits for nobody until somebody is to look again; what is not, and a colleague has, for nobody else on its first day.
    WHERE state = 'waiting' OR "isLeft" OR "isAddedTo" OR state = 'closing' OR (state = 'weighed' AND "workedAt" <= CASE "decidedAs" WHEN 'allegation' THEN ${after(-lies.allegation)}::timestamptz ELSE ${after(-lies.other)} END) OR (state <> 'closing' AND ("decidedAs" IS NULL OR ("decidedAs" = 'allegation' AND NOT "isLadoTold")) AND ("isMine" OR since <= ${after(-days(1))}))
    ORDER BY state = 'waiting' DESC, since LIMIT 200`
  // Where it is closed nobody has it: it stands for everybody who keeps it, until one of them has looked.
  const shut = await tx.$queryRaw<{ id: string; since: Date }[]>`
    SELECT h."adultConcernId" AS id, min(a.at) AS since FROM "AdultLine" a JOIN "AdultHead" h ON h."adultConcernId" = a."adultConcernId" AND h.state = 'closed'
    WHERE a.kind = 'added' AND a."byId" IS DISTINCT FROM ${viewer.id}::uuid AND NOT EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = a."adultConcernId" AND l.number > a.number AND l.kind <> 'added') GROUP BY 1 ORDER BY 2 LIMIT 10`
  const patterns = await patternsOf(tx)
  const elsewhere = await tx.$queryRaw<AdultElsewhere[]>`SELECT * FROM app.adult_waiting_elsewhere() ORDER BY "sharedAt" LIMIT 10`
  const mine = rows.flatMap((row): AdultToday[] => { const why = whyToday(row); return why ? [{ id: row.id, why, since: row.since }] : [] })
  const afterwards = shut.map((one): AdultToday => ({ ...one, why: 'added' }))
  const repeated = patterns.filter(({ isOpen }) => isOpen).map(({ newestId, newestAt }): AdultToday => ({ id: newestId, why: 'pattern', since: newestAt }))
  // What is late or nobody has is never left off for being one too many.
  return { mine: [...mine, ...afterwards, ...repeated].sort((one, other) => urgency.indexOf(one.why) - urgency.indexOf(other.why)).filter(({ why }, at) => at < 10 || isUrgent(why)), elsewhere }
})

const urgent: readonly AdultToday['why'][] = ['waits', 'left', 'late', 'again', 'unsigned']
const isUrgent = (why: AdultToday['why']) => urgent.includes(why)
const urgency: readonly AdultToday['why'][] = [...urgent, 'added', 'lado', 'weigh', 'sign', 'signer', 'pattern']

function whyToday(row: Row): AdultToday['why'] | null {
  if (row.state === 'waiting') return 'waits'
  if (row.isLeft) return 'left'
  const due = dueNext(row, row.timeZone)
  const isLate = due !== null && due.at <= now()
  if (row.state === 'closing' && !row.isAddedTo) return row.closedByMe && row.isAlone ? 'signer' : isLate ? 'unsigned' : row.closedByMe ? null : 'sign'
  if (isLate) return due.clock === 'deciding' ? 'late' : due.clock === 'reviewing' ? 'again' : 'unsigned'
  if (row.isAddedTo) return 'added'
  if (!row.isMine) return null
  return row.decidedAs === null ? 'weigh' : due?.clock === 'deciding' ? 'lado' : null
}
