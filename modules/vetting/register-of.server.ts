import { z } from 'zod'
import type { Role, VettingKind } from '#prisma/generated/enums.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'
import { rulesIn } from './rule-of.server.ts'
import { standingOf, type Standing } from './standing.ts'

export const RegisterOf = z.object({ organisationId: z.uuid(), /** The last of the page before: their full name and id. */ after: z.object({ fullName: z.string(), id: z.uuid() }).optional() })

export type Cell = { kind: VettingKind; isNeeded: boolean; standing: Standing; doneOn: string | null; goodUntil: string | null }
export type OnRegister = { personId: string; fullName: string; roles: { role: Role; membershipId: string; isWaiting: boolean }[]; cells: Cell[] }
const onAPage = 50

/** The register of a place: each of its adults, with those whose role waits, and how every check of theirs stands. By name, a page at a time. */
export async function registerOf(viewer: Viewer, input: z.input<typeof RegisterOf>) {
  const { organisationId, after } = RegisterOf.parse(input)
  return read(viewer, async (tx) => {
    const place = await tx.organisation.findUnique({ where: { id: organisationId }, select: { id: true, name: true, kind: true } })
    if (!place) throw new NotFound()
    authorize(may.read, viewer, organisationId)
    const rows = await adultsIn(tx, organisationId, { after, take: onAPage + 1 })
    const people = rows.slice(0, onAPage)
    const last = people.at(-1)
    return { place, today: await dayAt(tx, organisationId), ...(await rulesIn(tx, organisationId)), people, next: rows.length > onAPage && last ? { fullName: last.fullName, id: last.personId } : null,
      can: { write: may.write(viewer, { organisationId, personId: '' }), setRule: may.setRule(viewer, organisationId) } }
  })
}

export const dayAt = async (tx: Tx, organisationId: string): Promise<string> => (await tx.$queryRaw<{ today: string }[]>`
  SELECT (app.now() AT TIME ZONE o."timeZone")::date::text AS today FROM "Organisation" o WHERE o.id = ${organisationId}::uuid`)[0]!.today

type Found = Omit<OnRegister, 'cells'> & { today: string; cells: { kind: VettingKind; isNeeded: boolean; isGood: boolean; isNotNeeded: boolean; doneOn: string | null; goodUntil: string | null }[] }

/** The adults of a place with everything that is asked of them or on record, in one question; one of them, or a page. */
export async function adultsIn(tx: Tx, organisationId: string, { personId, after, take = onAPage }: { personId?: string; after?: { fullName: string; id: string }; take?: number }): Promise<OnRegister[]> {
  const found = await tx.$queryRaw<Found[]>`
    WITH board AS MATERIALIZED (SELECT * FROM app.vetting_register(${organisationId}::uuid)), asked AS MATERIALIZED (SELECT * FROM app.vetting_asked(${organisationId}::uuid)),
    held AS (
      SELECT m."personId", jsonb_agg(jsonb_build_object('role', m.role, 'membershipId', m.id, 'isWaiting', m."startsAt" > app.now()) ORDER BY m.role) AS roles, array_agg(m.role) AS "allRoles"
      FROM "Membership" m WHERE m."organisationId" = ${organisationId}::uuid AND m.role <> 'mentor' AND (m."endsAt" IS NULL OR m."endsAt" > app.now()) AND (${personId ?? null}::uuid IS NULL OR m."personId" = ${personId ?? null}::uuid)
      GROUP BY m."personId")
    SELECT h."personId", p."fullName", h.roles, (app.now() AT TIME ZONE (SELECT o."timeZone" FROM "Organisation" o WHERE o.id = ${organisationId}::uuid))::date::text AS today,
      (SELECT jsonb_agg(jsonb_build_object('kind', k.kind, 'isNeeded', EXISTS (SELECT FROM asked a WHERE a.kind = k.kind AND a.role = ANY (h."allRoles")),
          'isGood', coalesce(b."isGood", false), 'isNotNeeded', coalesce(b."isNotNeeded", false), 'doneOn', b."doneOn", 'goodUntil', b."goodUntil") ORDER BY k.kind)
        FROM unnest(enum_range(NULL::"VettingKind")) k (kind) LEFT JOIN board b ON b.kind = k.kind AND b."personId" = h."personId") AS cells
    FROM held h JOIN "Person" p ON p.id = h."personId"
    WHERE ${after?.id ?? null}::uuid IS NULL OR (p."fullName", p.id) > (${after?.fullName ?? ''}, ${after?.id ?? null}::uuid)
    ORDER BY p."fullName", p.id LIMIT ${take}`
  return found.map(({ today, cells, ...person }) => ({ ...person, cells: cells.map((cell) => ({ kind: cell.kind, isNeeded: cell.isNeeded, doneOn: cell.doneOn, goodUntil: cell.goodUntil, standing: standingOf(cell, today) })) }))
}
