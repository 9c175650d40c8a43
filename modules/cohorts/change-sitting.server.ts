import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { cohortFor } from './cohort-facts.server.ts'
import { LocalMoment } from './open-cohort.server.ts'
import { may } from './policy.ts'
import { refuseIfOver } from './refuse-if-over.server.ts'
import { momentOf } from './timetable.ts'

export const ChangeSitting = z.object({
  sessionId: z.uuid(),
  startsAt: LocalMoment,
  minutes: z.coerce.number('Write how many minutes.').int().min(15, 'At least 15 minutes.').max(600, 'At most ten hours.'),
  place: z.string().trim().min(2, 'Write where it is held.').max(80),
})

/** Somebody who runs a cohort moves one sitting to another time or place; everybody on it is told. */
export async function changeSitting(viewer: Viewer, input: z.input<typeof ChangeSitting>): Promise<void> {
  const { sessionId, startsAt, minutes, place } = ChangeSitting.parse(input)
  return change(viewer, async (tx) => {
    const session = await tx.cohortSession.findUnique({ where: { id: sessionId } })
    if (!session) throw new NotFound()
    const cohort = await cohortFor(tx, viewer, session.cohortId)
    authorize(may.run, viewer, cohort)
    await refuseIfOver(tx, cohort.id)
    await tx.cohortSession.updateMany({ where: { id: sessionId }, data: { startsAt: momentOf(startsAt, cohort.organisation.timeZone), minutes, place } })
    await record(tx, viewer, 'cohorts.sitting-changed', { organisationId: cohort.organisationId, subjectId: sessionId, cohortId: cohort.id })
    for (const { personId } of await tx.cohortMember.findMany({ where: { cohortId: cohort.id, leftAt: null }, select: { personId: true } }))
      await tell(tx, `person:${personId}`, 'cohorts:sitting-changed', { sessionId })
  })
}
