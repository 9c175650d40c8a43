import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { cohortFor } from './cohort-facts.server.ts'
import { givePlaces } from './give-places.server.ts'
import { may } from './policy.ts'

export const LeaveCohort = z.object({ cohortId: z.uuid(), personId: z.uuid() })

/** Somebody leaves a cohort, or is taken off it; whoever has waited longest gets the place. Their marks stay. */
export async function leaveCohort(viewer: Viewer, input: z.input<typeof LeaveCohort>): Promise<void> {
  const { cohortId, personId } = LeaveCohort.parse(input)
  return change(viewer, async (tx) => {
    const cohort = await cohortFor(tx, viewer, cohortId)
    const place = await tx.cohortMember.findUnique({ where: { cohortId_personId: { cohortId, personId } } })
    if (!place) throw new NotFound()
    authorize(may.takeOff, viewer, cohort, place)
    const { count } = await tx.cohortMember.updateMany({ where: { id: place.id, leftAt: null }, data: { leftAt: now() } })
    if (count === 0) throw new Conflict('They had left already.')
    await givePlaces(tx, viewer, cohort)
    await record(tx, viewer, 'cohorts.left', { organisationId: cohort.organisationId, subjectId: personId, cohortId })
    await tell(tx, `person:${personId}`, 'cohorts:left', { cohortId })
  })
}
