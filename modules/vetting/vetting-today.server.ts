import type { Role, VettingKind } from '#prisma/generated/enums.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { myPlaces, type MyPlace } from './my-vetting.server.ts'
import { registersOf } from './policy.ts'
import { standingOf, type Standing } from './standing.ts'

export type LapseHere = { organisationId: string; place: string; people: number; out: number; soonest: string | null; waiting: number; /** Of those that wait, how many have all they need: somebody lets them begin. */ ready: number; first: { personId: string; name: string; kind: VettingKind; standing: Standing; goodUntil: string | null; role: Role } | null }
export type VettingToday = { mine: MyPlace[]; registers: LapseHere[] }

/** What Today says of checks: the viewer's own that are missing or run out within thirty days, or keep a role of theirs waiting; and, for who keeps a register, how many of their colleagues'. */
export const vettingToday = (viewer: Viewer): Promise<VettingToday> => read(viewer, async (tx) => ({
  mine: (await myPlaces(tx)).map((place) => ({ ...place, checks: place.checks.filter(({ standing }) => standing !== 'good' && standing !== 'not-needed') })).filter(({ checks, waiting }) => checks.length > 0 || waiting.length > 0),
  registers: await lapses(tx, registersOf(viewer), viewer.id),
}))

type Row = { organisationId: string; place: string; today: string; personId: string; name: string; role: Role; isWaiting: boolean; /** None, of a role that waits and asks for nothing any more. */ kind: VettingKind | null; isGood: boolean; goodUntil: string | null }

async function lapses(tx: Tx, settings: string[], me: string): Promise<LapseHere[]> {
  if (settings.length === 0) return []
  const rows = await tx.$queryRaw<Row[]>`
    SELECT o.id AS "organisationId", o.name AS place, (app.now() AT TIME ZONE o."timeZone")::date::text AS today, m."personId", p.name, m.role, m."startsAt" > app.now() AS "isWaiting", a.kind, a.kind IS NULL OR coalesce(b."isGood", false) AS "isGood", b."goodUntil"::text AS "goodUntil"
    FROM "Organisation" o JOIN LATERAL app.adults_in(o.id) m ON (m."endsAt" IS NULL OR m."endsAt" > app.now())
    JOIN "Person" p ON p.id = m."personId" LEFT JOIN LATERAL app.vetting_asked(o.id) a ON a.role = m.role LEFT JOIN (SELECT s.id, v.* FROM unnest(${settings}::uuid[]) s (id) CROSS JOIN LATERAL app.vetting_register(s.id) v) b ON b.id = o.id AND b."personId" = m."personId" AND b.kind = a.kind
    WHERE o.id = ANY (${settings}::uuid[]) AND m."personId" <> ${me}::uuid AND (m."startsAt" > app.now() OR (a.kind IS NOT NULL AND (NOT coalesce(b."isGood", false) OR b."goodUntil" <= (app.now() AT TIME ZONE o."timeZone")::date + 30)))
    ORDER BY o.name, coalesce(b."isGood", false), b."goodUntil" NULLS LAST, p."fullName"`
  return [...new Set(rows.map(({ organisationId }) => organisationId))].map((organisationId) => {
    const here = rows.filter((row) => row.organisationId === organisationId)
    const [held, waiting] = [here.filter(({ isWaiting }) => !isWaiting), here.filter(({ isWaiting }) => isWaiting)]
    const [first] = held
    return {
      organisationId, place: here[0]!.place, people: count(held), out: count(held.filter(({ isGood }) => !isGood)), soonest: held.find(({ isGood }) => isGood)?.goodUntil ?? null, waiting: count(waiting), ready: count(waiting.filter((one) => !waiting.some((other) => other.personId === one.personId && other.role === one.role && !other.isGood))),
      first: first?.kind ? { personId: first.personId, name: first.name, kind: first.kind, standing: standingOf(first, first.today), goodUntil: first.goodUntil, role: first.role } : null,
    }
  })
}

const count = (rows: readonly Row[]) => new Set(rows.map(({ personId }) => personId)).size
