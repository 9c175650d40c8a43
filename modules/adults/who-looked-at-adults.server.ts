import { z } from 'zod'
import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden } from '../errors.ts'
import { Month } from '../safeguarding/who-looked.server.ts'
import { adultNames } from './parts/adult-names.server.ts'
import { mayKeepRegister } from './policy.ts'

type Did = { looks: number; prints: number; asks: number }
export type AdultLookedAt = { id: string; who: string; organisationName: string; sharedAt: Date; lastAt: Date; people: (Did & { name: string })[] }
type Row = Omit<AdultLookedAt, 'who' | 'people'> & { sealed: Uint8Array; aboutId: string | null; people: (Did & { personId: string })[] }

/** Which entries of the register were opened or printed in a month, newest look first, and by whom; and who asked for a name that was kept apart. Of what this viewer keeps, everybody, themself too: the database leaves out the rest. */
export async function whoLookedAtAdults(viewer: Viewer, input: { month: string; before?: Date; take?: number }): Promise<AdultLookedAt[]> {
  const { month, before = null, take } = z.object({ month: Month, before: z.date().optional(), take: z.number().int().positive().max(200).default(50) }).parse(input)
  if (!mayKeepRegister(viewer)) throw new Forbidden('This register is for the safeguarding leads, and for the head where it goes round them.')
  return read(viewer, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      WITH looks AS (
        SELECT l."adultConcernId", l."byId", count(*) FILTER (WHERE l.kind = 'looked')::int AS looks, count(*) FILTER (WHERE l.kind = 'printed')::int AS prints, count(*) FILTER (WHERE l.kind = 'asked-sharer')::int AS asks, max(l.at) AS "lastAt"
        FROM "AdultLine" l WHERE l.kind IN ('looked', 'printed', 'asked-sharer') AND l.at >= (${month} || '-01')::timestamp AT TIME ZONE 'Europe/London' AND l.at < ((${month} || '-01')::timestamp + interval '1 month') AT TIME ZONE 'Europe/London'
        GROUP BY l."adultConcernId", l."byId"), newest AS (
        SELECT "adultConcernId", max("lastAt") AS "lastAt" FROM looks GROUP BY 1 HAVING ${before}::timestamptz IS NULL OR max("lastAt") < ${before}::timestamptz ORDER BY 2 DESC, 1 LIMIT ${take})
      SELECT c.id, c.who AS sealed, h."aboutId", c."sharedAt", n."lastAt", coalesce(o.name, 'A setting') AS "organisationName",
        (SELECT jsonb_agg(jsonb_build_object('personId', l."byId", 'looks', l.looks, 'prints', l.prints, 'asks', l.asks) ORDER BY l."lastAt" DESC) FROM looks l WHERE l."adultConcernId" = n."adultConcernId") AS people
      FROM newest n JOIN "AdultConcern" c ON c.id = n."adultConcernId" JOIN "AdultHead" h ON h."adultConcernId" = c.id LEFT JOIN "Organisation" o ON o.id = c."organisationId" ORDER BY n."lastAt" DESC, c.id`
    const open = await opener(tx, 'AdultConcern', rows.map(({ id }) => id))
    const name = await adultNames(tx, rows.flatMap(({ aboutId, people }) => [aboutId, ...people.map(({ personId }) => personId)]))
    return rows.map(({ sealed, aboutId, people, ...row }) => ({ ...row, who: name(aboutId) ?? open(row.id, 'who', sealed) ?? 'Somebody', people: people.map(({ personId, ...did }) => ({ ...did, name: name(personId) ?? 'Somebody' })) }))
  })
}
