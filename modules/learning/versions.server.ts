import type { Unit } from '../curriculum/schema.ts'
import type { Tx } from '../db/transaction.server.ts'

/** What has been read back. A version is named by its content and never changes. */
const readBack = new Map<string, Unit | null>()
/** What this process has seen in the database, and so needs to look for no more. */
const kept = new Set<string>()

/** Keeps a unit's text as it is now, for whoever begins it or is in it. Once a version, however many begin. */
export async function keepVersion(tx: Tx, { id, slug, contentHash, source }: Unit): Promise<void> {
  if (kept.has(contentHash)) return
  if (await tx.unitVersion.findUnique({ where: { contentHash }, select: { contentHash: true } })) kept.add(contentHash)
  else await tx.unitVersion.createMany({ data: [{ contentHash, unitId: id, slug, source }], skipDuplicates: true })
}

/** A unit in the version somebody began. One that was begun before versions were kept is shown as it is now. */
export async function asBegun(tx: Tx, unit: Unit, contentHash: string): Promise<Unit> {
  return (await versionsOf(tx, [unit], [contentHash]))(unit, contentHash)
}

/** The same for a list: one question, and none while everybody is on what is current. */
export async function versionsOf(tx: Tx, units: readonly Unit[], contentHashes: readonly string[]): Promise<(unit: Unit, contentHash: string) => Unit> {
  const current = new Set(units.map((unit) => unit.contentHash))
  const kept = new Map((await keptVersions(tx, contentHashes.filter((hash) => !current.has(hash)))).map((unit) => [unit.contentHash, unit]))
  return (unit, contentHash) => {
    const was = contentHash === unit.contentHash ? null : kept.get(contentHash)
    return was?.id === unit.id ? { ...was, slug: unit.slug } : unit
  }
}

/** What was kept under these names, also of units that are in no course any more: they are at the address they had. */
export async function keptVersions(tx: Tx, contentHashes: readonly string[]): Promise<Unit[]> {
  const names = [...new Set(contentHashes)]
  const wanted = names.filter((hash) => !readBack.has(hash))
  const rows = wanted.length === 0 ? [] : await tx.unitVersion.findMany({ where: { contentHash: { in: wanted } } })
  // What reads Markdown is large, and seldom needed here: the course as it is now has been read already.
  const { readVersion } = rows.length > 0 ? await import('../curriculum/read-version.server.ts') : { readVersion: () => null }
  for (const { contentHash, unitId, slug, source } of rows) {
    const read = readVersion(source, slug ?? unitId)
    readBack.set(contentHash, read?.id === unitId && read.cards.length > 0 ? read : null)
  }
  return names.flatMap((name) => readBack.get(name) ?? [])
}
