import type { Unit } from '../../curriculum/schema.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { NotFound } from '../../errors.ts'
import { asBegun, keepVersion } from '../versions.server.ts'

/** The viewer's own progress in a unit, which they have begun. Others' rows may be visible to them; those are never meant here. */
export async function findProgress(tx: Tx, viewer: Viewer, unit: Unit) {
  const progress = await ownProgress(tx, viewer, unit)
  if (!progress) throw new NotFound('You have not begun this unit yet.')
  return progress
}

/** The same with the unit in the version they began. */
export async function findBegun(tx: Tx, viewer: Viewer, current: Unit) {
  const progress = await findProgress(tx, viewer, current)
  if (progress.contentHash === current.contentHash) await keepVersion(tx, current)
  return { progress, unit: await asBegun(tx, current, progress.contentHash) }
}

export const ownProgress = (tx: Tx, viewer: Viewer, unit: Unit) =>
  tx.unitProgress.findUnique({ where: { personId_unitId: { personId: viewer.id, unitId: unit.id } } })
