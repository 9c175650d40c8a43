import type { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { progressInCohort, type ProgressOfCohort } from '../learning/progress-of-cohort.server.ts'
import { completionsOf } from './completions-of.server.ts'

/** The learners of a cohort with how far they are, who is stuck, and on a mentor course who is ready to be matched and what is missing. */
export const learnersOfCohort = (viewer: Viewer, input: z.input<typeof ProgressOfCohort>) => read(viewer, async (tx) => {
  // Asks for leave itself, by the same rule.
  const { cohort, units, people, next } = await progressInCohort(tx, viewer, input)
  const isMentors = cohort.kind === 'mentors'
  const of = isMentors ? await completionsOf(tx, { organisationId: cohort.organisationId, personIds: people.map(({ id }) => id) }) : new Map<string, never>()
  return {
    cohort, unitCount: units.length, next,
    people: people.map(({ id, fullName, name, done, lastActiveAt, stuck }) => {
      const found = of.get(id)
      return { id, fullName, name, done, lastActiveAt, stuck, isReady: found?.isComplete ?? false, missing: found?.missing ?? [] }
    }),
  }
})
