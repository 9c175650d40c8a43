import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { findUnit } from '../curriculum/find-course.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { findProgress, ownProgress } from './parts/find-progress.server.ts'
import { keepVersion } from './versions.server.ts'
import { may, settingOf } from './policy.ts'

export const StartUnit = z.object({ course: z.string(), unit: z.string() })

/** A learner begins a unit. Beginning again, or on two devices at once, is the same beginning. Gives back the id of their progress. */
export async function startUnit(viewer: Viewer, input: z.input<typeof StartUnit>): Promise<string> {
  const given = StartUnit.parse(input)
  const { course, unit } = findUnit(given.course, given.unit)
  authorize(may.learn, viewer, course)
  const organisationId = settingOf(viewer, course)
  if (!organisationId) throw new Forbidden()

  return change(viewer, async (tx) => {
    const begun = await ownProgress(tx, viewer, unit)
    if (begun) return begun.id
    const { count } = await tx.unitProgress.createMany({
      data: [{ organisationId, personId: viewer.id, courseId: course.id, unitId: unit.id, contentHash: unit.contentHash, cardId: unit.cards[0]!.id }],
      skipDuplicates: true,
    })
    await keepVersion(tx, unit)
    const progress = await findProgress(tx, viewer, unit)
    if (count === 1) {
      await record(tx, viewer, 'learning.unit-begun', { organisationId, subjectId: viewer.id, unitId: unit.id, contentHash: unit.contentHash })
      await tell(tx, `person:${viewer.id}`, 'learning:moved', { unitId: unit.id })
    }
    return progress.id
  })
}
