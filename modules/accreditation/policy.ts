import type { Role } from '#prisma/generated/enums.ts'
import type { Viewer } from '../db/viewer.ts'
import { holds, holdsSomewhere } from '../policy.ts'

/** Who brings in what is assessed: a site's programme lead for all its settings, a setting's coordinator for their own. */
const bringing: readonly Role[] = ['programme_lead', 'coordinator']

/** Who follows how learners of a setting are doing. */
export const following: readonly Role[] = ['assessor', 'quality_assurer', 'coordinator', 'trainer', 'youth_worker', 'specialist']

type Of = { organisationId: string; personId: string }

export const may = {
  bringIn: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, ...bringing),
  bringInSomewhere: (viewer: Viewer) => holdsSomewhere(viewer, ...bringing),
  /** A setting's coordinator registers its mentors, and withdraws them. */
  register: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'coordinator'),
  handIn: (viewer: Viewer, registration: Of) => registration.personId === viewer.id,
  /** A trainer of the setting writes what they saw or heard; never about themself. */
  writeStatement: (viewer: Viewer, registration: Of) => registration.personId !== viewer.id && holds(viewer, registration.organisationId, 'trainer'),
  takeBack: (viewer: Viewer, evidence: { personId: string }) => evidence.personId === viewer.id,
  /** An assessor of the setting decides; never about themself. */
  decide: (viewer: Viewer, registration: Of) => registration.personId !== viewer.id && holds(viewer, registration.organisationId, 'assessor'),
  /** One learner's matrix: the learner, and those who assess, teach and look after them. */
  readMatrix: (viewer: Viewer, registration: Of) => registration.personId === viewer.id || holds(viewer, registration.organisationId, ...following),
  /** The learners of one course, unit by unit: the same people of its setting. */
  lookOverCohort: (viewer: Viewer, cohort: { organisationId: string }) => holds(viewer, cohort.organisationId, ...following),
  /** Looking over how learners are doing: those who assess, teach and look after them. */
  lookOver: (viewer: Viewer) => holdsSomewhere(viewer, ...following),
}

/** Where the viewer may bring one in. */
export const placesToBringIn = (viewer: Viewer): string[] =>
  [...new Set(viewer.memberships.filter(({ role }) => bringing.includes(role)).map(({ organisationId }) => organisationId))]
