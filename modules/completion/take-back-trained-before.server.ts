import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

/** A coordinator takes back what was written down by mistake. Pairs that were made meanwhile are not ended by it. */
export async function takeBackTrainedBefore(viewer: Viewer, input: { trainingId: string }): Promise<void> {
  const id = z.uuid().parse(input.trainingId)
  await change(viewer, async (tx) => {
    const training = await tx.earlierTraining.findUnique({ where: { id } })
    if (!training) throw new NotFound()
    const { organisationId, personId } = training
    authorize(may.sayTrainedBefore, viewer, training)
    const { count } = await tx.earlierTraining.updateMany({ where: { id, takenBackAt: null }, data: { takenBackAt: now(), takenBackById: viewer.id } })
    if (count === 0) return
    await record(tx, viewer, 'completion.trained-before-taken-back', { organisationId, subjectId: personId, trainingId: id })
    await tell(tx, `person:${personId}`, 'completion:changed', { organisationId })
  })
}
