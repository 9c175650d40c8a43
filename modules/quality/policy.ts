import type { Viewer } from '../db/viewer.ts'
import { holds } from '../policy.ts'

export const may = {
  /** A quality assurer of the learner's setting; never about themself. Whether they stand too near is asked of the database. */
  signOff: (viewer: Viewer, { organisationId, personId }: { organisationId: string; personId: string }) => personId !== viewer.id && holds(viewer, organisationId, 'quality_assurer'),
}
