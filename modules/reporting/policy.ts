import { holds, holdsSomewhere } from '../policy.ts'
import type { Viewer } from '../db/viewer.ts'

export const may = { set: (viewer: Viewer, { organisationId }: { organisationId: string }) => holds(viewer, organisationId, 'safeguarding_lead', 'deputy_lead') }
export const maySetSomewhere = (viewer: Viewer): boolean => holdsSomewhere(viewer, 'safeguarding_lead', 'deputy_lead')
