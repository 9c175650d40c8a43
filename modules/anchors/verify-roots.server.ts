import { asSystem } from '../db/as-system.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import { beforeAll, hex, partOf, rootOf, type Anchored, type SettingPart } from './roots.server.ts'

export type RootTrouble = { day: string; concernId: string | null; why: string }
/** A day's root as it was kept outside the database. */
export type KeptRoot = { day: string; root: string; place: string }

/**
 * Holds every chronology against the days on which it was anchored, the days against each other, and both against what was kept outside the
 * database. A chronology rewritten from its first line, with its head, is found by the first; all of the database rewritten, by the last.
 */
export const verifyRoots = (outside: readonly KeptRoot[] = []): Promise<RootTrouble[]> => asSystem('verify the roots of every day', async (tx) => {
  const days = (await tx.dayRoot.findMany({ orderBy: { day: 'asc' } })).map(({ day, ...rest }) => ({ day: dayOf(day), ...rest }))
  const known = new Map(days.map(({ day, hash }) => [day, hex(hash)]))
  const apart = outside.flatMap(({ day, root, place }): RootTrouble[] => (known.get(day) === root ? []
    : [{ day, concernId: null, why: known.has(day) ? `The root in ${place} is another: the database was changed after that day.` : `The root in ${place} is not in the database: what was written since the day before is gone, as after restoring an older backup.` }]))
  return [...await headsApart(tx), ...await daysApart(tx, days), ...apart]
})

const dayOf = (day: Date) => day.toISOString().slice(0, 10)

/** Chronologies in which the line that was the newest on a day is another one now, or missing: the first such day of each. */
const headsApart = async (tx: Tx) => (await tx.$queryRaw<{ day: string; concernId: string; length: number; isThere: boolean }[]>`
  SELECT DISTINCT ON (a."concernId") a.day::text AS day, a."concernId", a.length, e.id IS NOT NULL AS "isThere"
  FROM "AnchoredHead" a LEFT JOIN (SELECT id, "concernId", number, hash FROM "ChronologyEntry" UNION ALL SELECT id, "adultConcernId", number, hash FROM "AdultLine") e ON e."concernId" = a."concernId" AND e.number = a.length
  WHERE e.hash IS DISTINCT FROM a.hash ORDER BY a."concernId", a.day`).map(({ day, concernId, length, isThere }): RootTrouble =>
  ({ day, concernId, why: isThere ? `Line ${length} is not the one that was anchored.` : `It had ${length} lines when it was anchored, and has fewer now.` }))

/** Days whose root is not what the heads anchored until then, and the day before, come to. */
async function daysApart(tx: Tx, days: readonly { day: string; heads: number; hash: Uint8Array }[]): Promise<RootTrouble[]> {
  const anchored = (await tx.anchoredHead.findMany({ orderBy: { day: 'asc' } })).map(({ day, ...head }) => ({ day: dayOf(day), ...head }))
  const kept = (await tx.settingRoot.findMany()).map(({ day, ...part }) => ({ day: dayOf(day), ...part }))
  const [newOn, keptOn] = [Map.groupBy(anchored, (head) => head.day), Map.groupBy(kept, (part) => part.day)]
  const heads = new Map<string, Map<string, Anchored>>()
  const parts = new Map<string, SettingPart>()
  let before: Uint8Array = beforeAll
  for (const { day, heads: count, hash } of days) {
    for (const [organisationId, grown] of Map.groupBy(newOn.get(day) ?? [], (head) => head.organisationId)) {
      const all = heads.get(organisationId) ?? new Map<string, Anchored>()
      for (const head of grown) all.set(head.concernId, head)
      heads.set(organisationId, all)
      parts.set(organisationId, { organisationId, heads: all.size, hash: partOf([...all.values()]) })
    }
    const said = keptOn.get(day) ?? []
    const other = said.find((part) => parts.get(part.organisationId)?.heads !== part.heads || hex(parts.get(part.organisationId)!.hash) !== hex(part.hash))
    if (other || said.length !== parts.size) return [{ day, concernId: null, why: `The part of ${other ? `setting ${other.organisationId}` : 'a setting'} is not what its chronologies come to.` }]
    if (count !== said.reduce((sum, part) => sum + part.heads, 0) || hex(rootOf(before, day, said)) !== hex(hash)) return [{ day, concernId: null, why: 'The root of the day is not what its settings and the day before come to.' }]
    before = hash
  }
  const stray = anchored.find((head) => !days.some(({ day }) => day === head.day))
  return stray ? [{ day: stray.day, concernId: null, why: 'The root of this day is missing.' }] : []
}
