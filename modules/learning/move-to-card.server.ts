import { z } from 'zod'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { findBegun } from './parts/find-progress.server.ts'
import { unitFor } from './parts/unit-for.server.ts'

export const MoveToCard = z.object({ course: z.string(), unit: z.string(), cardId: z.string() })

/**
 * A learner goes on to a card. Their place only moves on: looking back at an earlier card, or a slower second device, does not lose it.
 * No act is written: turning a page is no deed anybody has to answer for.
 */
export async function moveToCard(viewer: Viewer, input: z.input<typeof MoveToCard>): Promise<void> {
  const given = MoveToCard.parse(input)
  return change(viewer, async (tx) => {
    const { unit: current } = await unitFor(tx, viewer, given.course, given.unit)
    const { progress, unit } = await findBegun(tx, viewer, current)
    const place = unit.cards.findIndex((card) => card.id === given.cardId)
    if (place === -1) throw new NotFound('There is no such card in this unit.')
    const here = unit.cards[place]!.id
    // One statement: of two devices at once, the one further on wins, whichever comes first.
    const { count } = await tx.unitProgress.updateMany({
      where: { id: progress.id, cardId: { notIn: unit.cards.slice(place).map((card) => card.id) } },
      data: { cardId: here, movedAt: now() },
    })
    if (count === 1) await tell(tx, `person:${viewer.id}`, 'learning:moved', { unitId: unit.id })
  })
}
