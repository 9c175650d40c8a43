import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { authorize } from '../policy.ts'
import { cohortFor } from './cohort-facts.server.ts'
import { givePlaces } from './give-places.server.ts'
import { may } from './policy.ts'
import { refuseIfOver } from './refuse-if-over.server.ts'

export const ChangePlaces = z.object({ cohortId: z.uuid(), places: z.coerce.number('Write how many places there are.').int().min(1).max(60, 'A group of more than 60 is not one group.') })

/** Somebody who runs a cohort changes how many it can take; new places go to those who wait. Nobody loses a place by it. */
export async function changePlaces(viewer: Viewer, input: z.input<typeof ChangePlaces>): Promise<void> {
  const { cohortId, places } = ChangePlaces.parse(input)
  return change(viewer, async (tx) => {
    const cohort = await cohortFor(tx, viewer, cohortId)
    authorize(may.run, viewer, cohort)
    // The update takes the cohort's row, so that nobody is placed between the counting and the commit.
    await tx.cohort.updateMany({ where: { id: cohortId }, data: { places } })
    await refuseIfOver(tx, cohortId)
    const taken = await tx.cohortMember.count({ where: { cohortId, part: 'learner', placedAt: { not: null }, leftAt: null } })
    if (taken > places) throw new Conflict(`${taken} people have a place already. Take somebody off first.`)
    await givePlaces(tx, viewer, cohort)
    await record(tx, viewer, 'cohorts.places-changed', { organisationId: cohort.organisationId, subjectId: cohortId, from: cohort.places, to: places })
  })
}
