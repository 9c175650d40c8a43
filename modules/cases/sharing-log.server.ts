import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden } from '../errors.ts'
import { holdsSomewhere } from '../policy.ts'
import type { Basis, Recipient, WhyNot } from '../safeguarding/sharing.ts'

export type SharingEntry = {
  id: string; concernId: string; kind: 'shared' | 'not-shared' | 'referred' | 'notified'; at: Date; byName: string | null; raisedByName: string | null; organisationName: string
  recipient: Recipient; basis: Basis | null; whyNot: WhyNot | null; happenedAt: string | null; isStruck: boolean
}

export const mayReadSharingLog = (viewer: Viewer) => holdsSomewhere(viewer, 'safeguarding_lead', 'deputy_lead', 'head')

/** What was shared and what was not, out of every case this lead, deputy or head reads, newest first. With whom and on what ground: what was said stands in the case, where a look at it goes on record. */
export async function sharingLog(viewer: Viewer, { before, take = 50 }: { before?: Date; take?: number } = {}): Promise<SharingEntry[]> {
  if (!mayReadSharingLog(viewer)) throw new Forbidden('What was shared is for the safeguarding lead and deputies.')
  return read(viewer, (tx) => tx.$queryRaw<SharingEntry[]>`
    SELECT e.id, e."concernId", e.kind, e.at, (SELECT p.name FROM "Person" p WHERE p.id = e."byId") AS "byName", (SELECT p.name FROM "Person" p JOIN "Concern" c ON c."raisedById" = p.id WHERE c.id = e."concernId") AS "raisedByName",
      o.name AS "organisationName", e.facts->>'recipient' AS recipient, e.facts->>'basis' AS basis, e.facts->>'whyNot' AS "whyNot", e.facts->>'happenedAt' AS "happenedAt",
      EXISTS (SELECT FROM "ChronologyEntry" s WHERE s."concernId" = e."concernId" AND s.kind = 'struck' AND s.facts->>'number' = e.number::text) AS "isStruck"
    FROM (SELECT * FROM "ChronologyEntry" WHERE kind IN ('shared', 'not-shared', 'referred', 'notified', 'transferred') AND facts ? 'recipient' AND (${before ?? null}::timestamptz IS NULL OR at < ${before ?? null}::timestamptz) ORDER BY at DESC, id LIMIT ${take}) e
    JOIN "Organisation" o ON o.id = e."organisationId" ORDER BY e.at DESC, e.id`)
}
