import { holds } from '../policy.ts'
import type { Viewer } from '../db/viewer.ts'

export const may = {
  /** Where a setting is called is for those to say who answer for it, and for whoever runs it. */
  keepWebhook: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'coordinator', 'safeguarding_lead', 'deputy_lead', 'programme_lead'),
}
