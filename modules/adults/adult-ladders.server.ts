import { read } from '../db/read.server.ts'
import type { Viewer, Visitor } from '../db/viewer.ts'
import { speaksAsAdult } from '../safeguarding/policy.ts'
import type { OnAdultLadder } from './who-keeps.ts'

export type AdultLadder = { /** Who could keep a concern about an adult of this setting. */ adultLadder: OnAdultLadder[]; /** The viewer, where they work there: it can be about themself. */ selfId: string | null }

/** For the form, setting by setting: who reads a worry about an adult, whoever is kept out of it. One question for all. */
export async function adultLadders(viewer: Viewer | Visitor, places: readonly string[]): Promise<Map<string, AdultLadder>> {
  const rows = await read(viewer, (tx) => tx.$queryRaw<(OnAdultLadder & { place: string })[]>`
    SELECT place, l."personId", l.name, l.role::text AS role, l."isSite", false AS "hasLeft", l."personId" = ANY (app.adults_away(place)) AND l."personId" IS DISTINCT FROM ${'id' in viewer ? viewer.id : null}::uuid AS "isAway" FROM unnest(${[...places]}::uuid[]) place CROSS JOIN LATERAL app.adult_ladder(place) l
    UNION ALL SELECT place, o."personId", '', o.role::text, false, true, false FROM unnest(${[...places]}::uuid[]) place CROSS JOIN LATERAL app.adult_ladder_once(place) o ORDER BY name`)
  return new Map(places.map((place) => [place, { adultLadder: rows.filter((row) => row.place === place).map(({ place: _, ...one }) => one), selfId: 'id' in viewer && speaksAsAdult(viewer, place) ? viewer.id : null }]))
}
