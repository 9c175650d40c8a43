import type { Viewer } from '../db/viewer.ts'
import { holds, holdsSomewhere } from '../policy.ts'

export const may = {
  /** Claims are the coordinator's of the setting: details, templates, batches. A delivery site reads totals, never rows (decision 30). */
  claim: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'coordinator'),
  claimSomewhere: (viewer: Viewer) => holdsSomewhere(viewer, 'coordinator'),
}

/** Where the viewer claims for learners. */
export const placesToClaim = (viewer: Viewer): string[] => [...new Set(viewer.memberships.filter(({ organisationId }) => may.claim(viewer, organisationId)).map(({ organisationId }) => organisationId))]
