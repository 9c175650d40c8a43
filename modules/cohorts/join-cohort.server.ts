import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import { isTaken } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { authorize } from '../policy.ts'
import { askForPlace } from './ask-for-place.server.ts'
import { cohortFor } from './cohort-facts.server.ts'
import { may } from './policy.ts'

export const JoinCohort = z.object({ cohortId: z.uuid() })

/** A mentor asks for a place on a course of their setting: they get one if there is one, and wait their turn if not. */
export async function joinCohort(viewer: Viewer, input: z.input<typeof JoinCohort>): Promise<'placed' | 'waiting'> {
  const { cohortId } = JoinCohort.parse(input)
  const ask = () => change(viewer, async (tx) => {
    const cohort = await cohortFor(tx, viewer, cohortId)
    authorize(may.ask, viewer, cohort)
    if (cohort.closedAt) throw new Conflict('This course is over. Ask your youth worker about the next one.')
    const outcome = await askForPlace(tx, viewer, cohort, { personId: viewer.id })
    await record(tx, viewer, 'cohorts.asked', { organisationId: cohort.organisationId, subjectId: viewer.id, cohortId, outcome })
    return outcome
  })
  try {
    return await ask()
  } catch (error) {
    // Pressed twice at once: the other press made the row, and this one reads its answer.
    if (isTaken(error)) return ask()
    throw error
  }
}
