import { holds, holdsSomewhere } from '../policy.ts'
import type { Viewer } from '../db/viewer.ts'

export const may = {
  /** The directory of a setting is kept by its lead and deputies. */
  keep: (viewer: Viewer, { organisationId }: { organisationId: string }) => holds(viewer, organisationId, 'safeguarding_lead', 'deputy_lead'),
}

export const mayKeepSomewhere = (viewer: Viewer): boolean => holdsSomewhere(viewer, 'safeguarding_lead', 'deputy_lead')
