import type { Viewer } from '../db/viewer.ts'
import { holdsSomewhere } from '../policy.ts'

export const may = {
  /** Keeping a journal is for mentors. */
  write: (viewer: Viewer) => holdsSomewhere(viewer, 'mentor'),
  /** Being handed an entry is for those who supervise. */
  beHanded: (viewer: Viewer) => holdsSomewhere(viewer, 'youth_worker', 'specialist'),
  share: (viewer: Viewer, entry: { personId: string }, adults: readonly string[], withId: string) => entry.personId === viewer.id && adults.includes(withId),
  takeBack: (viewer: Viewer, share: { fromId: string }) => share.fromId === viewer.id,
  reply: (viewer: Viewer, share: { withId: string; takenBackAt: Date | null }) => share.withId === viewer.id && share.takenBackAt === null,
}
