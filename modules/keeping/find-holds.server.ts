import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'

export type Hold = { id: string; organisationName: string; concernId: string | null; adultConcernId: string | null; /** Who, where it is on a person or a mentee. */ name: string | null; reason: string | null; byName: string | null; at: Date }

/** What is held, and why, the newest first: for leads and deputies, never a hold on themself; on a record of the register about adults, for whoever keeps that. */
export const findHolds = (viewer: Viewer, { id = null, concernId = null }: { id?: string | null; concernId?: string | null } = {}): Promise<Hold[]> => read(viewer, async (tx) => {
  const rows = await tx.$queryRaw<(Hold & { sealed: Uint8Array })[]>`
    SELECT l.id, coalesce(o.name, 'A setting') AS "organisationName", l."concernId", l."adultConcernId", coalesce((SELECT p.name FROM "Person" p WHERE p.id = l."personId"), (SELECT m."birdName" FROM "Mentee" m WHERE m.id = l."menteeId")) AS name,
      l.reason AS sealed, (SELECT p.name FROM "Person" p WHERE p.id = l."byId") AS "byName", l.at
    FROM "LegalHold" l LEFT JOIN "Organisation" o ON o.id = l."organisationId"
    WHERE l."endedAt" IS NULL AND (${id}::uuid IS NULL OR l.id = ${id}::uuid) AND (${concernId}::uuid IS NULL OR l."concernId" = ${concernId}::uuid) ORDER BY l.at DESC LIMIT 100`
  const open = await opener(tx, 'LegalHold', rows.map((row) => row.id))
  return rows.map(({ sealed, ...row }) => ({ ...row, reason: open(row.id, 'reason', sealed) }))
})

/** One hold that lasts. */
export async function findHold(viewer: Viewer, id: string): Promise<Hold> {
  const [hold] = await findHolds(viewer, { id })
  if (!hold) throw new NotFound()
  return hold
}
