import { z } from 'zod'
import type { AlertWay, AttemptOutcome, AttemptTrouble, Rung } from '#prisma/generated/enums.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

export type Attempt = { id: string; at: Date; personName: string | null; rung: Rung | null; way: AlertWay; tried: number; outcome: AttemptOutcome; trouble: AttemptTrouble | null; status: number | null }

/** How a concern reached people: every attempt, by which way and what came of it, newest first, for whoever reads the concern. */
/** The same of a concern about an adult, for whoever keeps it; a delivery site knows the people of its settings by it alone. */
export const howAdultReached = (viewer: Viewer, adultConcernId: string): Promise<Attempt[]> => read(viewer, (tx) => tx.$queryRaw<Attempt[]>`
  WITH found AS (SELECT * FROM "AdultAttempt" a WHERE a."adultConcernId" = ${z.uuid().parse(adultConcernId)}::uuid ORDER BY a.at DESC, a.id DESC LIMIT 200)
  SELECT a.id, a.at, n.name AS "personName", a.rung::text AS rung, a.way::text AS way, a.tried, a.outcome::text AS outcome, a.trouble::text AS trouble, a.status
  FROM found a LEFT JOIN app.adult_names((SELECT array_agg(DISTINCT f."personId") FROM found f)) n ON n.id = a."personId" ORDER BY a.at DESC, a.id DESC`)

export const howItReached = (viewer: Viewer, concernId: string): Promise<Attempt[]> => read(viewer, (tx) => tx.$queryRaw<Attempt[]>`
  SELECT a.id, a.at, (SELECT p.name FROM "Person" p WHERE p.id = a."personId") AS "personName", a.rung::text AS rung, a.way::text AS way, a.tried, a.outcome::text AS outcome, a.trouble::text AS trouble, a.status
  FROM "ConcernAttempt" a WHERE a."concernId" = ${z.uuid().parse(concernId)}::uuid ORDER BY a.at DESC, a.id DESC LIMIT 200`)
