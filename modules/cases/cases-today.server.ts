import type { CaseState } from '#prisma/generated/enums.ts'
import { calendarsOf } from '../calendar/calendars-of.server.ts'
import { now, today } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { caseClock, type StepClock } from './case-clock.ts'
import { caseTimes } from './parts/case-times.server.ts'

export type CaseToday = { concernId: string; raisedByName: string | null; /** What it is late for, whoever looks after it. */ overdue: StepClock | null; /** Who looks after it and is away, where the viewer covers for them. */ coversFor: string | null; /** Nobody has taken it on yet: since when it waits. */ isWaiting: boolean; why: 'left' | 'opened' | 'overdue' | 'chase' | 'late' | 'added' | 'read' | 'assess' | 'decide' | 'sign' | 'review' | 'next'; since: Date; /** An agency that is to be chased, and when it was asked. */ silent: { agencyName: string; askedAt: string } | null }

/**
 * The cases that need this viewer today: theirs to assess, to decide, to look at again, with something late, added or nothing under way; those they were brought in to and have not read; a colleague's to sign; whatever is late, an agency has not answered, or somebody opened in need (also before it is taken on), for all who keep it; and those that nobody looks after any more.
 * Whose and since when, never what they say.
 */
export const casesToday = (viewer: Viewer, { take = 10 }: { take?: number } = {}): Promise<CaseToday[]> => read(viewer, async (tx) => {
  const rows = await tx.$queryRaw<{ concernId: string; raisedByName: string | null; since: Date; agencyName: string | null; askedAt: string | null; state: CaseState; isMine: boolean; coversFor: string | null; isLeft: boolean; isDecided: boolean; isLate: boolean; isDue: boolean; closedByMe: boolean; isGoing: boolean; isNew: boolean; hasMore: boolean; isOpened: boolean; keeps: boolean }[]>`
    WITH setting AS MATERIALIZED (SELECT unnest(app.settings_i_safeguard() || app.my_organisations('{head,programme_lead}')) AS id),
      -- Those that could be here at all, looked for from the settings and from who was brought in: for most there are none, and nothing else is asked.
      near AS MATERIALIZED (
        SELECT h.* FROM setting CROSS JOIN LATERAL (SELECT h."concernId", h."organisationId", h.state, h."holderId", h."reviewOn" FROM "ChronologyHead" h WHERE h."organisationId" = setting.id OFFSET 0) h
        UNION SELECT h.* FROM "CaseReader" r CROSS JOIN LATERAL (SELECT h."concernId", h."organisationId", h.state, h."holderId", h."reviewOn" FROM "ChronologyHead" h WHERE h."concernId" = r."concernId" OFFSET 0) h
          WHERE r."personId" = ${viewer.id}::uuid AND r."endedAt" IS NULL),
      shown AS MATERIALIZED (SELECT n.* FROM near n WHERE n.state IN ('taken_on', 'triaged', 'in_action', 'monitoring', 'awaiting_agency', 'closing')
        OR n."concernId" IN (SELECT e."concernId" FROM "ChronologyEntry" e WHERE e.kind IN ('added', 'marked', 'notified') AND e.at > app.now() - interval '120 days')
        OR n."concernId" IN (SELECT g."concernId" FROM "GlassBroken" g)),
      kept AS MATERIALIZED (SELECT k.* FROM app.concerns_i_keep(ARRAY(SELECT s."concernId" FROM shown s)) k),
      covered AS MATERIALIZED (SELECT v."organisationId", v."personId" FROM app.covered_by_me() v)
    SELECT h."concernId", h.state::text AS state, coalesce(t.at, (SELECT c."raisedAt" FROM "Concern" c WHERE c.id = h."concernId")) AS since, h."holderId" = ${viewer.id}::uuid AS "isMine", (SELECT p.name FROM covered v JOIN "Person" p ON p.id = v."personId" WHERE v."organisationId" = h."organisationId" AND v."personId" = h."holderId") AS "coversFor", coalesce(h."reviewOn" <= ${today()}::date, false) AS "isDue",
      (SELECT p.name FROM "Person" p JOIN "Concern" c ON c."raisedById" = p.id WHERE c.id = h."concernId") AS "raisedByName",
      coalesce(kept."isLeft", false) AS "isLeft", kept."concernId" IS NOT NULL AS keeps,
      EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = h."concernId" AND e.kind = 'decided') AS "isDecided",
      EXISTS (SELECT FROM "CaseAction" a WHERE a."concernId" = h."concernId" AND a."dueOn" < ${today()}::date AND NOT EXISTS (SELECT FROM "CaseActionEnd" d WHERE d."actionId" = a.id)) AS "isLate",
      EXISTS (SELECT FROM "CaseAction" a WHERE a."concernId" = h."concernId" AND NOT EXISTS (SELECT FROM "CaseActionEnd" d WHERE d."actionId" = a.id)) OR h."reviewOn" IS NOT NULL AS "isGoing",
      EXISTS (SELECT FROM "CaseReader" r WHERE r."concernId" = h."concernId" AND r."personId" = ${viewer.id}::uuid AND r."endedAt" IS NULL
        AND NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = h."concernId" AND e."byId" = ${viewer.id}::uuid AND e.kind = 'looked' AND e.at > r.at)) AS "isNew",
      EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = h."concernId" AND e.kind IN ('added', 'marked', 'notified') AND e."byId" IS DISTINCT FROM ${viewer.id}::uuid
        AND e.number > coalesce((SELECT max(l.number) FROM "ChronologyEntry" l WHERE l."concernId" = h."concernId" AND l.kind = 'looked' AND l."byId" = ${viewer.id}::uuid), 0)) AS "hasMore",
      EXISTS (SELECT FROM "GlassBroken" g WHERE g."concernId" = h."concernId" AND g."personId" <> ${viewer.id}::uuid
        AND NOT EXISTS (SELECT FROM "ChronologyEntry" l WHERE l."concernId" = h."concernId" AND l.kind = 'looked' AND l."byId" = ${viewer.id}::uuid AND l.at > g.at)) AS "isOpened",
      (SELECT e."byId" = ${viewer.id}::uuid FROM "ChronologyEntry" e WHERE e."concernId" = h."concernId" AND e.kind = 'closed' ORDER BY e.number DESC LIMIT 1) IS TRUE AS "closedByMe", silent."agencyName", silent."askedAt"
    FROM shown h LEFT JOIN kept ON kept."concernId" = h."concernId" LEFT JOIN "TakingOn" t ON t."concernId" = h."concernId"
    LEFT JOIN LATERAL (
      SELECT coalesce((SELECT a.name FROM "Agency" a WHERE a.id = (r.facts->>'agencyId')::uuid), 'An agency') AS "agencyName", r.facts->>'happenedAt' AS "askedAt" FROM "ChronologyEntry" r
      WHERE r."concernId" = h."concernId" AND r.kind = 'referred' AND h.state = 'awaiting_agency'
        AND NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = h."concernId" AND e.kind = 'agency-answered' AND e.facts->>'referralId' = r.id::text AND (e.facts->>'isEnd')::boolean)
        AND (SELECT (e.facts->>'chaseAt')::timestamptz FROM "ChronologyEntry" e WHERE e."concernId" = h."concernId" AND (e.id = r.id OR e.facts->>'referralId' = r.id::text) AND e.facts ? 'chaseAt' ORDER BY e.number DESC LIMIT 1) <= app.now()
      ORDER BY r.number LIMIT 1) silent ON true
    ORDER BY since`
  const times = rows.some((row) => row.keeps) ? await caseTimes(tx) : []
  const calendarOf = await calendarsOf(tx, times.map(({ organisationId }) => organisationId))
  const late = new Map(times.flatMap((one) => { const ticking = caseClock(one, calendarOf(one.organisationId)); return ticking && ticking.dueAt <= now() ? [[one.concernId, ticking.clock] as const] : [] }))
  return rows.flatMap(({ concernId, raisedByName, since, coversFor, agencyName, askedAt, ...row }) => {
    const overdue = late.get(concernId) ?? null
    const why = whyToday({ ...row, isMine: row.isMine || coversFor !== null, isOverdue: overdue !== null, isSilent: agencyName !== null })
    return why ? [{ concernId, raisedByName, since, isWaiting: isWaiting(row.state), why, overdue, coversFor, silent: agencyName && askedAt ? { agencyName, askedAt } : null }] : []
  }).sort((one, other) => urgency.indexOf(one.why) - urgency.indexOf(other.why)).slice(0, take)
})

type Row = { state: CaseState; isMine: boolean; isLeft: boolean; isDecided: boolean; isLate: boolean; isDue: boolean; closedByMe: boolean; isGoing: boolean; isNew: boolean; hasMore: boolean; isOpened: boolean; keeps: boolean; isOverdue: boolean; isSilent: boolean }
const urgency: readonly CaseToday['why'][] = ['left', 'opened', 'overdue', 'chase', 'added', 'late', 'read', 'assess', 'decide', 'sign', 'review', 'next']

const isWaiting = (state: CaseState) => state === 'waiting' || state === 'received'

function whyToday({ state, isMine, isLeft, isDecided, isLate, isDue, closedByMe, isGoing, isNew, hasMore, isOpened, keeps, isOverdue, isSilent }: Row): CaseToday['why'] | null {
  if (isNew) return 'read'
  if (!keeps) return null
  if (isOpened) return 'opened'
  // Before it is taken on it stands in the list of what waits, with its clocks.
  if (isWaiting(state)) return null
  if (hasMore && (isMine || isLeft)) return 'added'
  if (['closed', 'duplicate', 'transferred'].includes(state)) return null
  if (state === 'closing') return isOverdue ? 'overdue' : closedByMe ? null : 'sign'
  if (isLeft) return 'left'
  if (isSilent) return 'chase'
  if (isOverdue) return 'overdue'
  if (!isMine) return null
  if (state === 'taken_on') return 'assess'
  if (state === 'triaged' && !isDecided) return 'decide'
  return isLate ? 'late' : isDue ? 'review' : isGoing || state === 'awaiting_agency' ? null : 'next'
}

export type ActionToday = { id: string; dueOn: string; byName: string | null; /** Whose it is, where the viewer covers for them. */ coversFor: string | null }

/** What this viewer was asked to do in cases, soonest first. What it is stands on its own page. */
export const actionsToday = (viewer: Viewer): Promise<ActionToday[]> => read(viewer, (tx) => tx.$queryRaw<ActionToday[]>`
  SELECT a.id, a."dueOn"::text AS "dueOn", (SELECT p.name FROM "Person" p WHERE p.id = a."byId") AS "byName",
    CASE WHEN a."ownerId" <> ${viewer.id}::uuid THEN (SELECT p.name FROM "Person" p WHERE p.id = a."ownerId") END AS "coversFor" FROM "CaseAction" a
  WHERE (a."ownerId" = ${viewer.id}::uuid OR a.id = ANY ((SELECT app.actions_i_cover())::uuid[])) AND NOT EXISTS (SELECT FROM "CaseActionEnd" e WHERE e."actionId" = a.id) ORDER BY a."dueOn", a.id LIMIT 10`)
