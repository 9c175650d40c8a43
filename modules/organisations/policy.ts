import { holds } from '../policy.ts'
import type { Viewer } from '../db/viewer.ts'
import { mayGiveRole } from './roles-given.ts'

export const may = {
  giveRole: mayGiveRole,
  foundSetting: (viewer: Viewer, site: { id: string; kind: string }) => site.kind === 'delivery_site' && holds(viewer, site.id, 'programme_lead'),
  seePeople: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'coordinator', 'head', 'programme_lead', 'youth_worker', 'safeguarding_lead', 'deputy_lead'),
}
