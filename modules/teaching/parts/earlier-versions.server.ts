import { unitsOf } from '../../curriculum/units-of.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { ChangesSince } from '../../learning/changes.ts'
import { changesSinceBegun } from '../../learning/changes-since-begun.server.ts'
import type { Texts } from '../run-sheet.server.ts'

/** A unit that some learners of the sitting have in an earlier version on their own pages. */
export type EarlierVersion = ChangesSince & { who: string[] }

/** Who of these began an earlier version of a unit than the room has, and what is different. Whoever began since the room was opened has a later one, and is not meant. */
export async function earlierVersions(tx: Tx, { course, units }: Texts, learners: readonly { id: string; name: string }[]): Promise<EarlierVersion[]> {
  const ids = learners.map(({ id }) => id)
  const current = new Set(unitsOf(course).map(({ unit }) => unit.contentHash))
  const others = (await changesSinceBegun(tx, units, ids)).filter(({ contentHash }) => !current.has(contentHash))
  if (others.length === 0) return []
  const begun = await tx.unitProgress.findMany({ where: { personId: { in: ids }, OR: others.map(({ unitId, contentHash }) => ({ unitId, contentHash })) }, select: { personId: true, unitId: true, contentHash: true } })
  return others.map((one) => ({ ...one, who: learners.filter(({ id }) => begun.some((row) => row.personId === id && row.unitId === one.unitId && row.contentHash === one.contentHash)).map(({ name }) => name) }))
}
