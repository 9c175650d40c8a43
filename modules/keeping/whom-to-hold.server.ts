import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { may } from './policy.ts'
import type { Subject } from './subject.ts'

export type PlaceToHold = { organisationId: string; organisationName: string; people: { on: string; name: string }[] }

/** The settings where this viewer may hold, each with everybody who belongs or belonged there, and its mentees. Never themself. */
export async function whomToHold(viewer: Viewer): Promise<PlaceToHold[]> {
  if (!may.holdSomewhere(viewer)) throw new Forbidden('Holding is for safeguarding leads and their deputies.')
  return read(viewer, async (tx) => {
    const rows = await tx.$queryRaw<{ organisationId: string; organisationName: string; on: string; name: string }[]>`
      SELECT o.id AS "organisationId", o.name AS "organisationName", k."on", k.name FROM "Organisation" o JOIN LATERAL (
        SELECT DISTINCT 'person:' || p.id AS "on", p.name FROM "Membership" m JOIN "Person" p ON p.id = m."personId" WHERE m."organisationId" = o.id AND p.id <> ${viewer.id}::uuid
        UNION ALL SELECT 'mentee:' || m.id, m."birdName" || ' (mentee)' FROM "Mentee" m WHERE m."organisationId" = o.id) k ON true
      WHERE o.id = ANY ((SELECT app.settings_i_safeguard())::uuid[]) ORDER BY o.name, k.name`
    const places = new Map<string, PlaceToHold>()
    for (const { organisationId, organisationName, on, name } of rows) {
      const place = places.get(organisationId) ?? { organisationId, organisationName, people: [] }
      place.people.push({ on, name })
      places.set(organisationId, place)
    }
    return [...places.values()]
  })
}

export type RecordToHold = { on: string; organisationId: string; /** Raised, or handed on. */ at: Date; byName: string | null }

/** A concern that this viewer may hold, or a record of the register about adults: whose, and since when. Who handed on the latter is not said. */
export const recordToHold = (viewer: Viewer, kind: Subject, id: string): Promise<RecordToHold> => read(viewer, async (tx) => {
  const [found] = kind === 'adult'
    ? await tx.$queryRaw<RecordToHold[]>`SELECT 'adult:' || c.id AS "on", c."organisationId", c."sharedAt" AS at, NULL AS "byName" FROM "AdultConcern" c WHERE c.id = ${id}::uuid`
    : await tx.$queryRaw<RecordToHold[]>`SELECT 'concern:' || c.id AS "on", c."organisationId", c."raisedAt" AS at, (SELECT p.name FROM "Person" p WHERE p.id = c."raisedById") AS "byName" FROM "Concern" c WHERE c.id = ${id}::uuid`
  if (!found || !may.hold(viewer, found.organisationId, kind === 'adult')) throw new NotFound()
  return found
})
