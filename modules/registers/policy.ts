import type { Viewer } from '../db/viewer.ts'
import { holds, holdsSomewhere } from '../policy.ts'

type Of = { organisationId: string; personId: string }
type Decided = Of & { stage: number; hasNoPart: boolean }

export const may = {
  /** The learner asks for an adjustment, or a coordinator for them. */
  askAdjustment: (viewer: Viewer, { personId, organisationId }: Of) => personId === viewer.id || holds(viewer, organisationId, 'coordinator'),
  /** A coordinator says what is done; never about themself. */
  answerAdjustment: (viewer: Viewer, { personId, organisationId }: Of) => personId !== viewer.id && holds(viewer, organisationId, 'coordinator'),
  seeAdjustments: (viewer: Viewer) => holdsSomewhere(viewer, 'coordinator'),
  raiseAppeal: (viewer: Viewer, { personId }: Of) => personId === viewer.id,
  /** The first time an assessor or quality assurer, the second time a quality assurer; nobody who had a part in it. */
  hearAppeal: (viewer: Viewer, { personId, organisationId, stage, hasNoPart }: Decided) => personId !== viewer.id && hasNoPart && (holds(viewer, organisationId, 'quality_assurer') || (stage === 1 && holds(viewer, organisationId, 'assessor'))),
  seeAppeals: (viewer: Viewer) => holdsSomewhere(viewer, 'assessor', 'quality_assurer', 'coordinator', 'youth_worker', 'specialist'),
  /** Whoever works with assessment writes down what they saw; never about themself. */
  report: (viewer: Viewer, { organisationId, aboutId }: { organisationId: string; aboutId: string }) => aboutId !== viewer.id && holds(viewer, organisationId, ...reporters),
  reportSomewhere: (viewer: Viewer) => holdsSomewhere(viewer, ...reporters),
  /** The head and the quality assurers look into it, except where it is about them. */
  keepCase: (viewer: Viewer, { organisationId, aboutId }: { organisationId: string; aboutId: string }) => aboutId !== viewer.id && holds(viewer, organisationId, 'head', 'quality_assurer'),
}

const reporters = ['assessor', 'quality_assurer', 'coordinator', 'trainer', 'head'] as const

/** Where the viewer may write something down. */
export const placesToReport = (viewer: Viewer): string[] => [...new Set(viewer.memberships.filter(({ role }) => (reporters as readonly string[]).includes(role)).map(({ organisationId }) => organisationId))]
