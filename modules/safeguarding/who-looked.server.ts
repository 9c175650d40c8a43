import { z } from 'zod'
import { today } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden } from '../errors.ts'
import { holdsSomewhere } from '../policy.ts'

/** Who looked is for safeguarding leads and deputies, about the settings where they are that. */
export const maySeeWhoLooked = (viewer: Viewer) => holdsSomewhere(viewer, 'safeguarding_lead', 'deputy_lead')
export const settingsLed = (viewer: Viewer): string[] => {
  if (!maySeeWhoLooked(viewer)) throw new Forbidden('Who looked is for the safeguarding lead and deputies.')
  return [...new Set(viewer.memberships.filter(({ role }) => role === 'safeguarding_lead' || role === 'deputy_lead').map(({ organisationId }) => organisationId))]
}

export const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)
/** The month that is meant: this one, where nothing or nonsense is asked for. */
export const monthOf = (asked?: string | null): string => Month.safeParse(asked).data ?? today().slice(0, 7)

export type Looker = { personId: string; name: string | null; looks: number; prints: number; packs: number; /** Only what somebody is to do, without the concern. */ asks: number; concerns: number; lastAt: Date }

/** Who opened or printed concerns in a month, and how often: everybody, the leads themselves too. Concerns that are kept from this viewer do not count. */
export async function whoLooked(viewer: Viewer, input: { month: string }): Promise<Looker[]> {
  const month = Month.parse(input.month)
  const settings = settingsLed(viewer)
  return read(viewer, (tx) => tx.$queryRaw<Looker[]>`
    SELECT s.*, (SELECT p.name FROM "Person" p WHERE p.id = s."personId") AS name FROM (
      SELECT e."byId" AS "personId", count(*) FILTER (WHERE e.kind = 'looked')::int AS looks, count(*) FILTER (WHERE e.kind = 'printed')::int AS prints, count(*) FILTER (WHERE e.kind = 'exported')::int AS packs, count(*) FILTER (WHERE e.kind = 'action-read')::int AS asks, count(DISTINCT e."concernId")::int AS concerns, max(e.at) AS "lastAt"
      FROM "ChronologyEntry" e WHERE e."organisationId" = ANY (${settings}::uuid[]) AND e.kind IN ('looked', 'printed', 'exported', 'action-read')
        AND e.at >= (${month} || '-01')::timestamp AT TIME ZONE 'Europe/London' AND e.at < ((${month} || '-01')::timestamp + interval '1 month') AT TIME ZONE 'Europe/London'
      GROUP BY e."byId") s ORDER BY s.looks + s.prints + s.packs + s.asks DESC, s."lastAt" DESC LIMIT 500`)
}

export type LookedAt = { concernId: string; raisedAt: Date; raisedByName: string | null; organisationName: string; lastAt: Date; people: { name: string | null; looks: number; prints: number; packs: number; asks: number }[] }

/** The concerns that were opened or printed in a month, newest look first, and by whom: all of them, or those of one person. */
export async function whatWasLookedAt(viewer: Viewer, input: { month: string; personId?: string; before?: Date; take?: number }): Promise<LookedAt[]> {
  const { month, personId = null, before = null, take } = z.object({ month: Month, personId: z.uuid().optional(), before: z.date().optional(), take: z.number().int().positive().max(200).default(50) }).parse(input)
  const settings = settingsLed(viewer)
  return read(viewer, (tx) => tx.$queryRaw<LookedAt[]>`
    WITH looks AS (
      SELECT e."concernId", e."byId", count(*) FILTER (WHERE e.kind = 'looked')::int AS looks, count(*) FILTER (WHERE e.kind = 'printed')::int AS prints, count(*) FILTER (WHERE e.kind = 'exported')::int AS packs, count(*) FILTER (WHERE e.kind = 'action-read')::int AS asks, max(e.at) AS "lastAt"
      FROM "ChronologyEntry" e WHERE e."organisationId" = ANY (${settings}::uuid[]) AND e.kind IN ('looked', 'printed', 'exported', 'action-read') AND (${personId}::uuid IS NULL OR e."byId" = ${personId}::uuid)
        AND e.at >= (${month} || '-01')::timestamp AT TIME ZONE 'Europe/London' AND e.at < ((${month} || '-01')::timestamp + interval '1 month') AT TIME ZONE 'Europe/London'
      GROUP BY e."concernId", e."byId"), newest AS (
      SELECT "concernId", max("lastAt") AS "lastAt" FROM looks GROUP BY "concernId" HAVING ${before}::timestamptz IS NULL OR max("lastAt") < ${before}::timestamptz ORDER BY 2 DESC, 1 LIMIT ${take})
    SELECT n."concernId", n."lastAt", c."raisedAt", o.name AS "organisationName", (SELECT p.name FROM "Person" p WHERE p.id = c."raisedById") AS "raisedByName",
      (SELECT jsonb_agg(jsonb_build_object('name', (SELECT p.name FROM "Person" p WHERE p.id = l."byId"), 'looks', l.looks, 'prints', l.prints, 'packs', l.packs, 'asks', l.asks) ORDER BY l."lastAt" DESC) FROM looks l WHERE l."concernId" = n."concernId") AS people
    FROM newest n JOIN "Concern" c ON c.id = n."concernId" JOIN "Organisation" o ON o.id = c."organisationId" ORDER BY n."lastAt" DESC, n."concernId"`)
}
