import { holds } from '../policy.ts'
import type { Viewer } from '../db/viewer.ts'

export const may = {
  /** Where a setting is called is for those to say who answer for it: whoever has the address learns of every concern. */
  keepWebhook: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'safeguarding_lead', 'deputy_lead', 'programme_lead'),
  /** One alone could mute it: the others see what a colleague did, and the head where there is no other. */
  seeWebhookAct: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'safeguarding_lead', 'deputy_lead', 'programme_lead', 'head'),
  /** Whoever runs a setting sees that there is one, and whether it answers. */
  tryWebhook: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'coordinator', 'safeguarding_lead', 'deputy_lead', 'programme_lead'),
}
