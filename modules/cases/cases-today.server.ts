import type { CaseState } from '#prisma/generated/enums.ts'
import { calendarsOf } from '../calendar/calendars-of.server.ts'
import { now, today } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { caseClock, type StepClock } from './case-clock.ts'
import { timesRead } from './parts/case-times.server.ts'

export type CaseToday = { concernId: string; raisedByName: string | null; /** What it is late for, whoever looks after it. */ overdue: StepClock | null; /** Who looks after it and is away, where the viewer covers for them. */ coversFor: string | null; /** Nobody has taken it on yet: since when it waits. */ isWaiting: boolean; why: 'left' | 'opened' | 'overdue' | 'chase' | 'late' | 'added' | 'read' | 'assess' | 'decide' | 'sign' | 'review' | 'next'; since: Date; /** An agency that is to be chased, and when it was asked. */ silent: { agencyName: string; askedAt: string } | null }

/**
 * The cases that need this viewer today: theirs to assess, to decide, to look at again, with something late, added or nothing under way; those they were brought in to and have not read; a colleague's to sign; whatever is late, an agency has not answered, or somebody opened in need (also before it is taken on), for all who keep it; and those that nobody looks after any more.
 * Whose and since when, never what they say.
 */
export const casesToday = (viewer: Viewer, { take = 10 }: { take?: number } = {}): Promise<CaseToday[]> => read(viewer, async (tx) => {
  const rows = await tx.$queryRaw<(Row & { concernId: string; raisedByName: string | null; since: Date; agencyName: string | null; askedAt: string | null; coversFor: string | null })[]>`
    SELECT t."concernId", t.state, t.since, t."isMine", t.keeps, t."isLeft", t."isDue", t."isDecided", t."isLate", t."isGoing", t."isNew", t."hasMore", t."isOpened", t."closedByMe", t."isSilent", t."askedAt",
      (SELECT p.name FROM "Person" p WHERE p.id = t."raisedById") AS "raisedByName", (SELECT p.name FROM "Person" p WHERE p.id = t."coversForId") AS "coversFor",
      coalesce((SELECT a.name FROM "Agency" a WHERE a.id = t."agencyId"), 'An agency') AS "agencyName"
    FROM app.cases_today(${today()}::date) t ORDER BY t.since`
  const times = await timesRead(tx, rows.filter((row) => row.keeps).map(({ concernId }) => concernId))
  const calendarOf = await calendarsOf(tx, times.map(({ organisationId }) => organisationId))
  const late = new Map(times.flatMap((one) => { const ticking = caseClock(one, calendarOf(one.organisationId)); return ticking && ticking.dueAt <= now() ? [[one.concernId, ticking.clock] as const] : [] }))
  return rows.flatMap(({ concernId, raisedByName, since, coversFor, agencyName, askedAt, ...row }) => {
    const overdue = late.get(concernId) ?? null
    const why = whyToday({ ...row, isMine: row.isMine || coversFor !== null, isOverdue: overdue !== null })
    return why ? [{ concernId, raisedByName, since, isWaiting: isWaiting(row.state), why, overdue, coversFor, silent: row.isSilent && agencyName && askedAt ? { agencyName, askedAt } : null }] : []
  }).sort((one, other) => urgency.indexOf(one.why) - urgency.indexOf(other.why)).slice(0, take)
})

type Row = { state: CaseState; isMine: boolean; isLeft: boolean; isDecided: boolean; isLate: boolean; isDue: boolean; closedByMe: boolean; isGoing: boolean; isNew: boolean; hasMore: boolean; isOpened: boolean; keeps: boolean; isSilent: boolean }
const urgency: readonly CaseToday['why'][] = ['left', 'opened', 'overdue', 'chase', 'added', 'late', 'read', 'assess', 'decide', 'sign', 'review', 'next']

const isWaiting = (state: CaseState) => state === 'waiting' || state === 'received'

function whyToday({ state, isMine, isLeft, isDecided, isLate, isDue, closedByMe, isGoing, isNew, hasMore, isOpened, keeps, isOverdue, isSilent }: Row & { isOverdue: boolean }): CaseToday['why'] | null {
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
