import type { CohortKind } from '#prisma/generated/enums.ts'
import type { Viewer } from '../db/viewer.ts'
import { holds } from '../policy.ts'

export type CohortFacts = { organisationId: string; kind: CohortKind; /** Is the viewer one of its trainers? */ isTrainerOfIt: boolean }

const runs = (viewer: Viewer, { organisationId, kind, isTrainerOfIt }: CohortFacts) =>
  isTrainerOfIt || (kind === 'mentors' ? holds(viewer, organisationId, 'coordinator', 'youth_worker', 'trainer') : holds(viewer, organisationId, 'trainer', 'programme_lead'))

const opens = (viewer: Viewer, organisationId: string, kind: CohortKind) =>
  kind === 'mentors' ? holds(viewer, organisationId, 'coordinator', 'trainer') : holds(viewer, organisationId, 'trainer', 'programme_lead')

export const may = {
  /** A setting's coordinator or trainer opens a mentor course; a delivery site's trainer or programme lead opens Train-the-Trainer. */
  open: opens,
  /** Who may open one closes it. */
  close: opens,
  /** Timetable, places, who is on it, register. */
  run: runs,
  /** A mentor asks for a place on their own setting's course. */
  ask: (viewer: Viewer, { organisationId, kind }: CohortFacts) => kind === 'mentors' && holds(viewer, organisationId, 'mentor'),
  /** Everybody may leave; those who run it, and the setting that sent somebody, may take them off. */
  takeOff: (viewer: Viewer, cohort: CohortFacts, place: { personId: string; fromOrganisationId: string | null }) =>
    place.personId === viewer.id || runs(viewer, cohort) || (place.fromOrganisationId !== null && holds(viewer, place.fromOrganisationId, 'coordinator')),
}
