import type { Viewer } from '../db/viewer.ts'
import { holds, holdsSomewhere } from '../policy.ts'

type ForLearners = { learners: readonly ('mentor' | 'trainee_trainer')[] }

export const may = {
  /** Going through a course, with progress kept. Anybody signed in may look through what is taught. */
  learn: (viewer: Viewer, course: ForLearners) => holdsSomewhere(viewer, ...course.learners),
  /** Reading how a session is taught, with its answers: for those who teach it or look after those who do. */
  teach: (viewer: Viewer) => holdsSomewhere(viewer, 'trainer', 'trainee_trainer', 'youth_worker', 'specialist', 'coordinator'),
  /** Seeing how far the learners of a cohort are. Never what they answered. */
  followCohort: (viewer: Viewer, cohort: { organisationId: string; trainerIds: readonly string[] }) =>
    holds(viewer, cohort.organisationId, 'youth_worker', 'coordinator')
    || (cohort.trainerIds.includes(viewer.id) && holds(viewer, cohort.organisationId, 'trainer', 'trainee_trainer')),
}

/** Where a learner learns: the first of their memberships that makes them one. */
export const settingOf = (viewer: Viewer, course: ForLearners): string | undefined =>
  viewer.memberships.find((membership) => (course.learners as readonly string[]).includes(membership.role))?.organisationId
