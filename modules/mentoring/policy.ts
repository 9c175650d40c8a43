import type { Viewer } from '../db/viewer.ts'
import { holds } from '../policy.ts'

/** Pairs are looked after by the youth workers of the setting, and by nobody else. */
export const may = {
  lookAfterPairs: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'youth_worker'),
}
