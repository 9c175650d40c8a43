import type { Viewer } from '../db/viewer.ts'
import { holds } from '../policy.ts'

export type CourseFacts = { organisationId: string; personId?: string; /** Is the viewer a trainer of that cohort? */ isTrainerOfIt: boolean }

const notThemself = (viewer: Viewer, personId: string | undefined) => personId !== viewer.id

export const may = {
  /** A course certificate: the setting's coordinator, or a trainer of that cohort; never one's own. */
  awardCourse: (viewer: Viewer, { organisationId, personId, isTrainerOfIt }: CourseFacts) =>
    notThemself(viewer, personId) && (holds(viewer, organisationId, 'coordinator') || (isTrainerOfIt && holds(viewer, organisationId, 'trainer'))),
  /** A qualification's: the setting's coordinator, who has the awarding body's number. */
  awardQualification: (viewer: Viewer, { organisationId, personId }: { organisationId: string; personId: string }) => notThemself(viewer, personId) && holds(viewer, organisationId, 'coordinator'),
  /** A badge is made public, and taken back, by whose it is. */
  publish: (viewer: Viewer, award: { personId: string }) => award.personId === viewer.id,
  /** A parent says yes to an adult of the setting who knows the family. */
  sayParentAgreed: (viewer: Viewer, { organisationId, personId }: { organisationId: string; personId: string }) => notThemself(viewer, personId) && holds(viewer, organisationId, 'coordinator', 'youth_worker'),
}
