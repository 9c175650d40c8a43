import type { Viewer } from '../db/viewer.ts'
import { holds } from '../policy.ts'

export const may = {
  /** When somebody is there is for those to say who answer for it, and for whoever runs the setting. */
  keep: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'coordinator', 'safeguarding_lead', 'deputy_lead'),
  see: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'coordinator', 'safeguarding_lead', 'deputy_lead', 'head', 'youth_worker', 'specialist', 'programme_lead'),
}
