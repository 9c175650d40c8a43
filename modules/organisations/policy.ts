import { holds } from '../policy.ts'
import type { Viewer } from '../db/viewer.ts'
import { mayGiveRole } from './roles-given.ts'

export const may = {
  giveRole: mayGiveRole,
  foundSetting: (viewer: Viewer, site: { id: string; kind: string }) => site.kind === 'delivery_site' && holds(viewer, site.id, 'programme_lead'),
  /** That somebody is 13 or older: an adult who knows them, never they themself. */
  sayAge: (viewer: Viewer, { organisationId, personId }: { organisationId: string; personId: string }) => personId !== viewer.id && holds(viewer, organisationId, 'coordinator', 'youth_worker'),
  seePeople: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'coordinator', 'head', 'programme_lead', 'youth_worker', 'safeguarding_lead', 'deputy_lead', 'specialist', 'trainer'),
  /** Terms and the telephone number are the coordinator's; a head may mend them too. */
  arrange: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'coordinator', 'head'),
  /** Terms are the coordinator's alone: the timetable hangs on them. */
  setTerms: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'coordinator'),
  seeReadiness: (viewer: Viewer, place: { id: string; supportedById: string | null }) =>
    holds(viewer, place.id, 'coordinator', 'head', 'youth_worker', 'specialist', 'safeguarding_lead', 'deputy_lead') || (place.supportedById !== null && holds(viewer, place.supportedById, 'programme_lead')),
}
