import type { Role, VettingKind } from '#prisma/generated/enums.ts'
import type { Tx } from '../db/transaction.server.ts'
import { inSentence } from './checks.ts'
import { sayDate, standingOf, type Standing } from './standing.ts'

type Asked = { organisationId: string; place: string; role: Role; isWaiting: boolean; kind: VettingKind | null; isGood: boolean; goodUntil: string | null; today: string }
export type MyCheck = { kind: VettingKind; standing: Standing; goodUntil: string | null; today: string }
export type MyPlace = { organisationId: string; place: string; waiting: Role[]; checks: MyCheck[]; whom: string }

/** What is asked of the viewer wherever they are an adult, and how it stands; and which of their roles wait for it. In one question. */
export async function myPlaces(tx: Tx): Promise<MyPlace[]> {
  const rows = await tx.$queryRaw<(Asked & { whom: string[] | null })[]>`
    WITH mine AS MATERIALIZED (SELECT * FROM app.my_vetting())
    SELECT v.*, v."goodUntil"::text AS "goodUntil", v."today"::text AS "today", keepers.whom
    FROM mine v JOIN (SELECT p.id, app.who_keeps_checks(p.id) AS whom FROM (SELECT DISTINCT "organisationId" AS id FROM mine) p) keepers ON keepers.id = v."organisationId" ORDER BY v.place, v.kind`
  return [...new Set(rows.map(({ organisationId }) => organisationId))].map((organisationId) => {
    const here = rows.filter((row) => row.organisationId === organisationId)
    const asked = [...new Map(here.flatMap((row) => (row.kind ? [[row.kind, { kind: row.kind, standing: standingOf(row, row.today), goodUntil: row.goodUntil, today: row.today }] as const] : []))).values()]
    return { organisationId, place: here[0]!.place, waiting: [...new Set(here.filter(({ isWaiting }) => isWaiting).map(({ role }) => role))], checks: asked, whom: sayWhom(here[0]!.whom) }
  })
}

/** What stands against the viewer in one of these roles, as half a sentence each. */
export async function myGaps(tx: Tx, { organisationId, roles }: { organisationId: string; roles: readonly Role[] }): Promise<string[]> {
  const rows = await tx.$queryRaw<{ kind: VettingKind; goodUntil: string | null }[]>`
    SELECT DISTINCT kind, "goodUntil"::text AS "goodUntil" FROM app.my_vetting() WHERE "organisationId" = ${organisationId}::uuid AND role::text = ANY (${[...roles]}) AND kind IS NOT NULL AND NOT "isGood" ORDER BY kind`
  return rows.map(({ kind, goodUntil }) => (goodUntil ? `your ${inSentence(kind)} was good until ${sayDate(goodUntil)}` : `your ${inSentence(kind)} is not written down`))
}

/** "Grace Adeyemi", "Grace Adeyemi or Tom Bright": whom to go to. */
export const sayWhom = (names: readonly string[] | null): string => (names && names.length > 0 ? names.slice(0, 3).join(' or ') : 'The coordinator')
