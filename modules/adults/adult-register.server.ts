import type { AdultState, AdultWeight, Danger } from '#prisma/generated/enums.ts'
import { now } from '../clock.ts'
import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { dueNext, type AdultTimes, type Due } from './adult-clock.ts'
import { adultNames } from './parts/adult-names.server.ts'
import { patternsOf } from './parts/patterns-of.server.ts'

export type RegisterRow = { id: string; organisationName: string; sharedAt: Date; danger: Danger; state: AdultState; weight: AdultWeight | null; who: string; holderName: string | null; dueFor: Due['clock'] | null; dueBy: Date | null; isLate: boolean }
export type Register = { rows: RegisterRow[]; patterns: { aboutId: string; name: string; count: number; newestId: string }[]; /** From when on the page after this one goes. */ earlier: Date | null }

const pageful = 50

/** The register of concerns about adults, as far as it is this viewer's to keep: what is open first, newest first; or what is closed. */
export const adultRegister = (viewer: Viewer, { ended = false, before = null }: { ended?: boolean; before?: Date | null } = {}): Promise<Register> => read(viewer, async (tx) => {
  const found = await tx.$queryRaw<(Omit<RegisterRow, 'who' | 'holderName' | 'dueFor' | 'dueBy' | 'isLate'> & AdultTimes & { sealed: Uint8Array; aboutId: string | null; holderId: string | null; timeZone: string })[]>`
    SELECT c.id, coalesce(o.name, 'A setting') AS "organisationName", coalesce(o."timeZone", 'Europe/London') AS "timeZone", c."sharedAt", c.danger::text AS danger, c.who AS sealed, h.state::text AS state, h.weight::text AS weight, h."aboutId", h."holderId",
      t.since, t."decidedAs", t."isLadoTold", w."workedAt"
    FROM "AdultHead" h JOIN "AdultConcern" c ON c.id = h."adultConcernId" LEFT JOIN "Organisation" o ON o.id = c."organisationId" CROSS JOIN LATERAL app.adult_times(c.id) t LEFT JOIN LATERAL app.adult_worked(c.id) w ON true
    WHERE (h.state = 'closed') = ${ended} AND (${before}::timestamptz IS NULL OR c."sharedAt" < ${before}) ORDER BY c."sharedAt" DESC LIMIT ${pageful}`
  const patterns = ended || before ? [] : await patternsOf(tx)
  const open = await opener(tx, 'AdultConcern', found.map(({ id }) => id))
  const name = await adultNames(tx, [...found.flatMap(({ aboutId, holderId }) => [aboutId, holderId]), ...patterns.map(({ aboutId }) => aboutId)])
  return {
    rows: found.map(({ sealed, aboutId, holderId, timeZone, since, decidedAs, isLadoTold, workedAt, ...row }) => {
      const due = dueNext({ ...row, since, decidedAs, isLadoTold, workedAt }, timeZone)
      return { ...row, who: name(aboutId) ?? open(row.id, 'who', sealed) ?? 'Somebody', holderName: name(holderId), dueFor: due?.clock ?? null, dueBy: due?.at ?? null, isLate: due !== null && due.at <= now() }
    }),
    patterns: patterns.map((one) => ({ ...one, name: name(one.aboutId)! })), earlier: found.length === pageful ? found.at(-1)!.sharedAt : null,
  }
})

export type PlaceOfRegister = { organisationId: string; name: string; adults: { personId: string; name: string; role: string }[] }

/** The settings in whose register this viewer may write something down, and whom it may be about. */
export const placesOfRegister = (viewer: Viewer): Promise<PlaceOfRegister[]> => read(viewer, (tx) => tx.$queryRaw<PlaceOfRegister[]>`
  SELECT o.id AS "organisationId", o.name, (SELECT coalesce(jsonb_agg(a), '[]') FROM app.adults_it_may_be_about(o.id) a) AS adults FROM "Organisation" o
  WHERE o.id = ANY (${viewer.memberships.filter(({ role }) => keepers.includes(role)).map(({ organisationId }) => organisationId)}::uuid[]) ORDER BY o.kind = 'delivery_site', o.name`)

const keepers: readonly string[] = ['safeguarding_lead', 'deputy_lead', 'head', 'programme_lead']
