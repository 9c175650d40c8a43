import type { Viewer } from '../db/viewer.ts'
import { holds, holdsSomewhere } from '../policy.ts'

/** Whether somebody stands too near a learner is asked of the database (`tooNear`); these rules say whose work it is at all. */
export const may = {
  /** A quality assurer of the learner's setting; never about themself. */
  signOff: (viewer: Viewer, { organisationId, personId }: { organisationId: string; personId: string }) => personId !== viewer.id && holds(viewer, organisationId, 'quality_assurer'),
  /** A quality assurer of the setting, also one who stands near: striking through takes nothing from anybody that asking again does not give back. */
  strikeSignOff: (viewer: Viewer, { organisationId, personId }: { organisationId: string; personId: string }) => personId !== viewer.id && holds(viewer, organisationId, 'quality_assurer'),
  /** A quality assurer of the setting draws a sample there. */
  draw: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'quality_assurer'),
  /** A quality assurer of the setting looks at what was drawn; never at what they decided. */
  judge: (viewer: Viewer, sampled: { organisationId: string; personId: string; assessorId: string }) =>
    sampled.personId !== viewer.id && sampled.assessorId !== viewer.id && holds(viewer, sampled.organisationId, 'quality_assurer'),
  /** An assessor of the setting answers: whose it is, or a colleague where they have left. */
  answer: (viewer: Viewer, action: { organisationId: string }) => holds(viewer, action.organisationId, 'assessor'),
  /** What was drawn and what was said of it: those who assess there, and its quality assurers. */
  readSample: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'assessor', 'quality_assurer'),
  /** Those who assess in a setting, and its quality assurers, write down what they agreed. */
  standardise: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'assessor', 'quality_assurer'),
  /** A coordinator or quality assurer of the setting who has seen the paper; never about themself. */
  recordQualification: (viewer: Viewer, { organisationId, personId }: { organisationId: string; personId: string }) => personId !== viewer.id && holds(viewer, organisationId, 'coordinator', 'quality_assurer'),
  /** Another assessor of the setting. */
  countersign: (viewer: Viewer, decision: { organisationId: string; personId: string; byId: string }) => decision.byId !== viewer.id && decision.personId !== viewer.id && holds(viewer, decision.organisationId, 'assessor'),
  /** Looking over decisions at all. */
  lookOver: (viewer: Viewer) => holdsSomewhere(viewer, 'quality_assurer'),
}

/** Where the viewer draws samples. */
export const placesToDraw = (viewer: Viewer): string[] => [...new Set(viewer.memberships.filter(({ role }) => role === 'quality_assurer').map(({ organisationId }) => organisationId))]
