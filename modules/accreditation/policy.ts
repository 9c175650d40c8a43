import type { Role } from '#prisma/generated/enums.ts'
import type { Viewer } from '../db/viewer.ts'
import { holds, holdsSomewhere } from '../policy.ts'

/** Who brings in what is assessed: a site's programme lead for all its settings, a setting's coordinator for their own. */
const bringing: readonly Role[] = ['programme_lead', 'coordinator']

export const may = {
  bringIn: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, ...bringing),
  bringInSomewhere: (viewer: Viewer) => holdsSomewhere(viewer, ...bringing),
}

/** Where the viewer may bring one in. */
export const placesToBringIn = (viewer: Viewer): string[] =>
  [...new Set(viewer.memberships.filter(({ role }) => bringing.includes(role)).map(({ organisationId }) => organisationId))]
