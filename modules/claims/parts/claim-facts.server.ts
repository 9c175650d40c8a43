import { Prisma } from '#prisma/generated/client.ts'
import { now } from '../../clock.ts'
import { opener } from '../../crypto/seal.server.ts'
import type { Tx } from '../../db/transaction.server.ts'
import { dayOf } from '../age.ts'
import type { Details, Facts } from '../what-is-missing.ts'

type Row = {
  id: string; personId: string; name: string | null; fullName: string | null; registeredAt: Date; withdrawnAt: Date | null; criteria: number; waits: boolean; alone: boolean; met: number; lastMetAt: Date | null; assessors: string | null
  signedOffAt: Date | null; signedOffBy: string | null; detailsId: string | null; forenames: Uint8Array | null; surname: Uint8Array | null; bornOn: Uint8Array | null; uln: Uint8Array | null
}
export type Candidate = Facts & { registrationId: string; personId: string; fullName: string; registeredAt: Date; lastMetAt: Date | null; assessors: string; signedOffAt: Date | null; signedOffBy: string }

/** Everything a claim is judged by, for these registrations; those signed off first, then by name. */
export async function claimFacts(tx: Tx, which: Prisma.Sql, { needsUln, take = 1000 }: { needsUln: boolean; take?: number }): Promise<Candidate[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.id, r."personId", p.name, p."fullName", r."registeredAt", r."withdrawnAt", m.met, m."lastMetAt", m.assessors, s."signedOffAt",
      (SELECT q."fullName" FROM "Person" q WHERE q.id = s."byId") AS "signedOffBy", (SELECT count(*)::int FROM "Criterion" c WHERE c."specificationId" = r."specificationId") AS criteria,
      app.claim_waits(r.id) AS waits,
      r.id IN (SELECT w."registrationId" FROM app.to_countersign((SELECT app.my_organisations('{coordinator}'))::uuid[]) w) AS alone, d.id AS "detailsId", d.forenames, d.surname, d."bornOn", d.uln
    FROM "Registration" r LEFT JOIN "Person" p ON p.id = r."personId" LEFT JOIN "SignOff" s ON s."registrationId" = r.id AND s."struckAt" IS NULL
    LEFT JOIN "ClaimDetails" d ON d."personId" = r."personId" AND d."organisationId" = r."organisationId"
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE newest.outcome = 'met')::int AS met, max(newest."decidedAt") AS "lastMetAt", string_agg(DISTINCT a."fullName", ', ') AS assessors
      FROM (SELECT DISTINCT ON (d."criterionId") d.outcome, d."decidedAt", d."byId" FROM "Decision" d WHERE d."registrationId" = r.id ORDER BY d."criterionId" DESC, d.attempt DESC) newest
      LEFT JOIN "Person" a ON a.id = newest."byId") m
    WHERE ${which} ORDER BY s."signedOffAt" IS NULL, p."fullName", r.id LIMIT ${take}`
  const open = await opener(tx, 'ClaimDetails', rows.flatMap(({ detailsId }) => detailsId ?? []))
  const today = dayOf(now())
  return rows.map((row) => {
    const said = (column: 'forenames' | 'surname' | 'bornOn' | 'uln') => open(row.detailsId ?? '', column, row[column])
    const details: Details | null = row.detailsId ? { forenames: said('forenames') ?? '', surname: said('surname') ?? '', bornOn: said('bornOn') ?? '', uln: said('uln') } : null
    return {
      registrationId: row.id, personId: row.personId, name: row.name ?? 'A learner', fullName: row.fullName ?? '', registeredAt: row.registeredAt, lastMetAt: row.lastMetAt, assessors: row.assessors ?? '',
      signedOffAt: row.signedOffAt, signedOffBy: row.signedOffBy ?? '', isWithdrawn: row.withdrawnAt !== null, criteria: row.criteria, met: row.met, isSignedOff: row.signedOffAt !== null, isHeld: row.waits, needsColleague: row.alone, details, needsUln, today,
    }
  })
}

/** The registrations with these ids. */
export const withIds = (ids: readonly string[]) => Prisma.sql`r.id = ANY (${[...ids]}::uuid[])`
