import type { Viewer } from '../db/viewer.ts'
import { holds } from '../policy.ts'

export const may = {
  /** Those who run a course, and the setting's coordinator, let pupils join with a code. */
  makeJoinCode: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'trainer', 'youth_worker', 'coordinator'),
  /** A school's own sign-in is the coordinator's to add. */
  addIdentityProvider: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'coordinator'),
}
