import { changesBetween } from '../curriculum/changes-between.ts'
import type { Unit } from '../curriculum/schema.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { ChangesSince } from './changes.ts'
import { versionsOf } from './versions.server.ts'

/** What is different in these units from what some learners the viewer follows began, and go on seeing; of these learners, where they are named. Nothing where all are on these. */
export async function changesSinceBegun(tx: Tx, units: readonly Unit[], learnerIds?: readonly string[]): Promise<ChangesSince[]> {
  const theirs = learnerIds ? { personId: { in: [...learnerIds] } } : {}
  const on = await tx.unitProgress.groupBy({ by: ['unitId', 'contentHash'], where: { ...theirs, unitId: { in: units.map(({ id }) => id) }, contentHash: { notIn: units.map((unit) => unit.contentHash) } }, _count: true })
  if (on.length === 0) return []
  const kept = await tx.unitVersion.findMany({ where: { contentHash: { in: on.map(({ contentHash }) => contentHash) } }, select: { contentHash: true, keptAt: true }, orderBy: { keptAt: 'asc' } })
  const versionOf = await versionsOf(tx, units, on.map(({ contentHash }) => contentHash))
  return kept.flatMap(({ contentHash, keptAt }) => {
    const row = on.find((one) => one.contentHash === contentHash)!
    const unit = units.find(({ id }) => id === row.unitId)!
    return [{ contentHash, unitId: unit.id, unitSlug: unit.slug, unitTitle: unit.title, keptAt, learners: row._count, ...changesBetween(versionOf(unit, contentHash), unit) }]
  })
}
