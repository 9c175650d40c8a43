import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'

/** Until which day, who said so, and why: what counts now. */
export type Kept = { until: Date; byName: string | null; at: Date; reason: string | null }
/** Something whose time has come by its rule. Never what it says. */
export type Come = { subjectId: string; organisationName: string; rule: string; raisedAt: Date; raisedByName: string | null; kept: Kept | null }

/** What somebody keeps longer than its rule says: until when, by whom and why. What is due first comes first. */
export const keptLonger = (viewer: Viewer): Promise<Come[]> => read(viewer, (tx) => timeCome(tx, null))

/** One whose time has come, kept longer or not. */
export const findTimeCome = (viewer: Viewer, subjectId: string): Promise<Come> => read(viewer, async (tx) => {
  const [come] = await timeCome(tx, subjectId)
  if (!come) throw new NotFound()
  return come
})

async function timeCome(tx: Tx, subjectId: string | null): Promise<Come[]> {
  const rows = await tx.$queryRaw<(Omit<Come, 'kept'> & { keptId: string | null; until: Date; byName: string | null; at: Date; sealed: Uint8Array })[]>`
    SELECT t."subjectId", coalesce(o.name, 'A setting') AS "organisationName", t.rule, coalesce(c."raisedAt", a."sharedAt") AS "raisedAt", (SELECT p.name FROM "Person" p WHERE p.id = c."raisedById") AS "raisedByName",
      k.id AS "keptId", k."untilDay" AS until, k.reason AS sealed, k.at, (SELECT p.name FROM "Person" p WHERE p.id = k."byId") AS "byName"
    FROM app.time_come() t LEFT JOIN "Concern" c ON c.id = t."subjectId" LEFT JOIN "AdultConcern" a ON a.id = t."subjectId" LEFT JOIN "Organisation" o ON o.id = t."organisationId"
    LEFT JOIN LATERAL (SELECT * FROM (SELECT l.* FROM "KeptLonger" l WHERE l."subjectId" = t."subjectId" ORDER BY l.at DESC, l.id DESC LIMIT 1) newest WHERE newest."untilDay" > (app.now() AT TIME ZONE 'Europe/London')::date) k ON true
    WHERE CASE WHEN ${subjectId}::uuid IS NULL THEN k.id IS NOT NULL ELSE t."subjectId" = ${subjectId}::uuid END ORDER BY k."untilDay", t."subjectId" LIMIT 200`
  const open = await opener(tx, 'KeptLonger', rows.flatMap(({ keptId }) => keptId ?? []))
  return rows.map(({ keptId, until, byName, at, sealed, ...come }) => ({ ...come, kept: keptId === null ? null : { until, byName, at, reason: open(keptId, 'reason', sealed) } }))
}
