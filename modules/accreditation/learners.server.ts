import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden } from '../errors.ts'
import { holdsSomewhere } from '../policy.ts'
import { following, may } from './policy.ts'

export const Learners = z.object({ after: z.uuid().optional(), waitingOnly: z.boolean().default(false), take: z.int().min(1).max(50).default(25) })

type Found = { id: string; since: Date | null }
type Row = { id: string; name: string | null; where: string; title: string; version: number; criteria: number; met: number; waiting: number; withdrawnAt: Date | null }

/** Registered learners, with what waits for an assessor: those who have waited longest first, then the others; a page at a time. */
export async function learners(viewer: Viewer, input: z.input<typeof Learners> = {}) {
  const { after = null, waitingOnly, take } = Learners.parse(input)
  if (!may.lookOver(viewer)) throw new Forbidden()
  const settings = [...new Set(viewer.memberships.filter(({ role }) => following.includes(role)).map(({ organisationId }) => organisationId))]
  const found = await read(viewer, async (tx) => {
    const last = after ? await standsAt(tx, viewer, after) : null
    const waits = last && !last.since ? [] : await longestWaiting(tx, viewer, settings, last, take + 1)
    const others = waitingOnly || waits.length > take ? [] : await nothingWaiting(tx, viewer, settings, last && !last.since ? last.id : null, take + 1 - waits.length)
    const ids = [...waits, ...others].map(({ id }) => id)
    return { waits, ids, rows: ids.length > 0 ? await aboutThem(tx, ids) : [] }
  })
  const since = new Map(found.waits.map((one) => [one.id, one.since]))
  const rows = found.ids.flatMap((id) => found.rows.find((row) => row.id === id) ?? []).map((row) => ({ ...row, name: row.name ?? 'A learner', waitingSince: since.get(row.id) ?? null }))
  const page = rows.slice(0, take)
  return { learners: page, next: rows.length > take ? page.at(-1)!.id : null, decides: holdsSomewhere(viewer, 'assessor') }
}

/** Where in the list somebody stands: since when something waits, if anything does. */
async function standsAt(tx: Tx, viewer: Viewer, id: string): Promise<Found | null> {
  const [found] = await tx.$queryRaw<Found[]>`
    SELECT r.id, CASE WHEN r."withdrawnAt" IS NULL THEN (SELECT min(e."handedInAt") FROM "EvidenceCriterion" e WHERE e."registrationId" = r.id AND e."decisionId" IS NULL AND e."withdrawnAt" IS NULL) END AS since
    FROM "Registration" r WHERE r.id = ${id}::uuid AND r."personId" <> ${viewer.id}::uuid`
  return found ?? null
}

// What waits is walked along its index from the oldest on, and of each learner only the oldest piece counts: a page costs a page, however much waits.
const longestWaiting = (tx: Tx, viewer: Viewer, settings: string[], last: Found | null, take: number) => tx.$queryRaw<Found[]>`
  SELECT oldest.id, oldest.since FROM unnest(${settings}::uuid[]) AS setting (id), LATERAL (
    SELECT e."registrationId" AS id, e."handedInAt" AS since FROM "EvidenceCriterion" e
    WHERE e."organisationId" = setting.id AND e."decisionId" IS NULL AND e."withdrawnAt" IS NULL AND e."personId" <> ${viewer.id}::uuid
      AND e."handedInAt" >= coalesce(${last?.since ?? null}::timestamptz, '-infinity') AND (${last?.id ?? null}::uuid IS NULL OR (e."handedInAt", e."registrationId") > (${last?.since ?? null}::timestamptz, ${last?.id ?? null}::uuid))
      AND NOT EXISTS (SELECT FROM "EvidenceCriterion" before WHERE before."registrationId" = e."registrationId" AND before."decisionId" IS NULL AND before."withdrawnAt" IS NULL
        AND (before."handedInAt", before."evidenceId", before."criterionId") < (e."handedInAt", e."evidenceId", e."criterionId"))
      AND EXISTS (SELECT FROM "Registration" r WHERE r.id = e."registrationId" AND r."withdrawnAt" IS NULL)
    ORDER BY e."handedInAt", e."registrationId" LIMIT ${take}) oldest
  ORDER BY oldest.since, oldest.id LIMIT ${take}`

const nothingWaiting = (tx: Tx, viewer: Viewer, settings: string[], lastId: string | null, take: number) => tx.$queryRaw<Found[]>`
  SELECT others.id, NULL::timestamptz AS since FROM unnest(${settings}::uuid[]) AS setting (id), LATERAL (
    SELECT r.id FROM "Registration" r WHERE r."organisationId" = setting.id AND r."personId" <> ${viewer.id}::uuid AND (${lastId}::uuid IS NULL OR r.id > ${lastId}::uuid)
      AND (r."withdrawnAt" IS NOT NULL OR NOT EXISTS (SELECT FROM "EvidenceCriterion" e WHERE e."registrationId" = r.id AND e."decisionId" IS NULL AND e."withdrawnAt" IS NULL))
    ORDER BY r.id LIMIT ${take}) others
  ORDER BY others.id LIMIT ${take}`

const aboutThem = (tx: Tx, ids: string[]) => tx.$queryRaw<Row[]>`
  WITH sizes AS MATERIALIZED (SELECT c."specificationId", count(*)::int AS criteria FROM "Criterion" c GROUP BY 1)
  SELECT r.id, (SELECT p.name FROM "Person" p WHERE p.id = r."personId") AS name, o.name AS where, s.title, s.version, r."withdrawnAt",
    (SELECT count(DISTINCT e."criterionId")::int FROM "EvidenceCriterion" e WHERE e."registrationId" = r.id AND e."decisionId" IS NULL AND e."withdrawnAt" IS NULL) AS waiting,
    coalesce((SELECT z.criteria FROM sizes z WHERE z."specificationId" = s.id), 0) AS criteria,
    (SELECT count(*)::int FROM (SELECT DISTINCT ON (d."criterionId") d.outcome FROM "Decision" d WHERE d."registrationId" = r.id ORDER BY d."criterionId" DESC, d.attempt DESC) newest WHERE newest.outcome = 'met') AS met
  FROM "Registration" r JOIN "Organisation" o ON o.id = r."organisationId" JOIN "Specification" s ON s.id = r."specificationId" WHERE r.id = ANY (${ids}::uuid[])`
