import type { Viewer } from '../db/viewer.ts'
import { holds } from '../policy.ts'
import type { CohortKind } from '#prisma/generated/enums.ts'

export type SittingFacts = { organisationId: string; kind: CohortKind; /** The viewer's place on its cohort, if they have one. */ part: 'learner' | 'trainer' | null }

export const may = {
  /** Opening, leading and moving the teaching of a sitting, and seeing who is here, who has answered and who is stuck. */
  teach: (viewer: Viewer, { organisationId, kind, part }: SittingFacts) =>
    kind === 'mentors' && part === 'trainer' && holds(viewer, organisationId, 'trainer', 'trainee_trainer', 'youth_worker'),
  /** Following it on a phone. */
  follow: (viewer: Viewer, { organisationId, kind, part }: SittingFacts) => kind === 'mentors' && part === 'learner' && holds(viewer, organisationId, 'mentor'),
}
