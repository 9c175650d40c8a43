import { unitsOf } from '../../curriculum/units-of.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { versionsOf } from '../../learning/versions.server.ts'
import type { StepCard, Texts } from '../run-sheet.server.ts'

/** `gone`: the unit has left the course, and they had not begun it. */
export type OnOwnPages = 'same' | 'other' | 'none' | 'gone'

/** The card the room is at, on a learner's own pages: they go on with the version they began, which may have it otherwise, or not at all. */
export async function onOwnPages(tx: Tx, viewer: Viewer, { course, units }: Texts, { unitId, cardId }: StepCard): Promise<OnOwnPages> {
  const unit = units.find(({ id }) => id === unitId)!
  const begun = await tx.unitProgress.findUnique({ where: { personId_unitId: { personId: viewer.id, unitId } }, select: { contentHash: true } })
  if (!begun && !unitsOf(course).some((one) => one.unit.id === unitId)) return 'gone'
  if (!begun || begun.contentHash === unit.contentHash) return 'same'
  const [own, here] = [(await versionsOf(tx, [unit], [begun.contentHash]))(unit, begun.contentHash), unit].map(({ cards }) => cards.find(({ id }) => id === cardId))
  return !own ? 'none' : JSON.stringify(own) === JSON.stringify(here) ? 'same' : 'other'
}
