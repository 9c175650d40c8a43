import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { findAward } from './parts/find-award.server.ts'
import { may } from './policy.ts'

/** A young person takes their badge out of public sight. From then on Belay says of it what it says of a badge that never was. */
export async function hideBadge(viewer: Viewer, input: { awardId: string }): Promise<void> {
  const awardId = z.uuid().parse(input.awardId)
  await change(viewer, async (tx) => {
    const { organisationId, personId } = await findAward(tx, awardId)
    authorize(may.publish, viewer, { personId })
    const { count } = await tx.badgePublication.updateMany({ where: { awardId, takenBackAt: null }, data: { takenBackAt: now() } })
    if (count > 0) await record(tx, viewer, 'badge.hidden', { organisationId, subjectId: personId, awardId })
  })
}
