import type { Clock, ClockAct, Danger } from '#prisma/generated/enums.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { may } from './policy.ts'
import { usualMinutes } from './states.ts'

export type ClockChange = { clock: Clock; danger: Danger; minutes: number; inStaffedTime: boolean; was: number }
export type ClockActToSee = { actId: string; what: ClockAct; organisationId: string; organisationName: string; byName: string | null; at: Date; /** What the closed days are called. */ name: string | null; /** The days on which it is closed, or the holidays that terms made. */ days: { startsOn: string; endsOn: string }[]; changes: ClockChange[]; mayOpen: boolean }
type Row = Omit<ClockActToSee, 'mayOpen' | 'changes'> & { changes: (Omit<ClockChange, 'was'> & { was: number | null; wasStaffed: boolean })[] }

/** What a colleague did that can slow a setting's clocks and nobody else has seen yet, newest first: for the others who keep its concerns, and the head. */
export const clockActs = async (viewer: Viewer): Promise<ClockActToSee[]> => (await read(viewer, (tx) => tx.$queryRaw<Row[]>`
  SELECT a."actId", a.what::text AS what, a."organisationId", o.name AS "organisationName", (SELECT p.name FROM "Person" p WHERE p.id = a."byId") AS "byName", a.at, d.name,
    CASE a.what WHEN 'closed' THEN jsonb_build_array(jsonb_build_object('startsOn', d."startsOn", 'endsOn', d."endsOn"))
      ELSE coalesce((SELECT jsonb_agg(jsonb_build_object('startsOn', lower(one), 'endsOn', upper(one) - 1) ORDER BY one) FROM app.holidays_to_see(ARRAY[a."organisationId"]) s, unnest(s.days) one WHERE a.what = 'terms' AND s."actId" = a."actId" AND upper(one) > app.now()::date), '[]') END AS days,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('clock', t.clock, 'danger', t.danger, 'minutes', t.minutes, 'inStaffedTime', t."inStaffedTime", 'was', b.minutes, 'wasStaffed', coalesce(b."inStaffedTime", false)) ORDER BY t.clock, t.danger), '[]') FROM "ClockTarget" t
      LEFT JOIN LATERAL (SELECT minutes, "inStaffedTime" FROM "ClockTarget" b WHERE b."organisationId" = t."organisationId" AND b.clock = t.clock AND b.danger = t.danger AND b.since < t.since ORDER BY b.since DESC, b.id DESC LIMIT 1) b ON true
      WHERE a.what = 'clocks' AND t."organisationId" = a."organisationId" AND t."byId" = a."byId" AND t.since = a.at) AS changes
  FROM app.clock_acts_to_see() a JOIN "Organisation" o ON o.id = a."organisationId" LEFT JOIN "ClosedDays" d ON a.what = 'closed' AND d.id = a."actId" ORDER BY a.at DESC, a."actId" LIMIT 50`)).flatMap(({ changes, ...act }) => {
  const changed = changes.map(({ was, ...one }) => ({ ...one, was: was ?? usualMinutes[one.clock][one.danger] })).filter(({ minutes, was, inStaffedTime, wasStaffed }) => minutes !== was || inStaffedTime !== wasStaffed)
  // The usual times, kept as they are, are nothing to see.
  return act.what === 'clocks' && changed.length === 0 ? [] : [{ ...act, changes: changed.map(({ wasStaffed: _, ...one }) => one), mayOpen: act.what !== 'clocks' || may.setTargets(viewer, act.organisationId) }]
})
