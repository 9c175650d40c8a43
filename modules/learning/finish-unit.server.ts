import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { leftToDo } from './left-to-do.ts'
import { findBegun } from './parts/find-progress.server.ts'
import { unitFor } from './parts/unit-for.server.ts'

export const FinishUnit = z.object({ course: z.string(), unit: z.string() })

/** A learner comes to the end of a unit, with every check answered and every scenario walked to an end. The first time counts. */
export async function finishUnit(viewer: Viewer, input: z.input<typeof FinishUnit>): Promise<void> {
  const given = FinishUnit.parse(input)
  return change(viewer, async (tx) => {
    const { unit: current } = await unitFor(tx, viewer, given.course, given.unit)
    const { progress, unit } = await findBegun(tx, viewer, current)
    if (progress.finishedAt) return
    const answers = await tx.cardAnswer.findMany({ where: { progressId: progress.id }, select: { cardId: true, chosen: true } })
    const left = leftToDo(unit, answers)
    if (left.length > 0) throw new Conflict(`Still waiting for you: ${left.map((card) => `“${card.title}”`).join(' and ')}.`)
    const { count } = await tx.unitProgress.updateMany({ where: { id: progress.id, finishedAt: null }, data: { finishedAt: now(), movedAt: now(), cardId: unit.cards.at(-1)!.id } })
    if (count === 0) return
    await record(tx, viewer, 'learning.unit-finished', { organisationId: progress.organisationId, subjectId: viewer.id, unitId: unit.id, contentHash: unit.contentHash })
    await tell(tx, `person:${viewer.id}`, 'learning:moved', { unitId: unit.id })
  })
}
