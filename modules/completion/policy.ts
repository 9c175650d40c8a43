import type { Viewer } from '../db/viewer.ts'
import { holds } from '../policy.ts'

export type Of = { organisationId: string; personId: string; /** Is the viewer a trainer of a mentor course they learn on there? */ isTrainedByMe: boolean }

export const may = {
  /** What is left before somebody is matched: themself, the setting's youth workers and coordinators, the trainers of their course. */
  see: (viewer: Viewer, { organisationId, personId, isTrainedByMe }: Of) =>
    personId === viewer.id || holds(viewer, organisationId, 'youth_worker', 'coordinator') || isTrainedByMe,
  /** A mentor signs, and says what they have read, for themself. */
  sign: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'mentor'),
  namePolicy: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'coordinator'),
  /** A talk about a missed session is written down by who teaches it or by a youth worker; never by oneself. */
  talkOver: (viewer: Viewer, { organisationId, personId, isTrainedByMe }: Of) => personId !== viewer.id && (holds(viewer, organisationId, 'youth_worker') || isTrainedByMe),
  /** That somebody was trained before is the coordinator's to say: youth workers bring pairs together, and who does that does not also say who was trained. */
  sayTrainedBefore: (viewer: Viewer, { organisationId, personId }: Pick<Of, 'organisationId' | 'personId'>) => personId !== viewer.id && holds(viewer, organisationId, 'coordinator'),
}
