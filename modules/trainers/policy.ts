import type { Viewer } from '../db/viewer.ts'
import { holds } from '../policy.ts'

/** A setting's coordinator sends its own people to Train-the-Trainer. Opening and running a cohort are rules of `modules/cohorts`. */
export const may = {
  send: (viewer: Viewer, settingId: string) => holds(viewer, settingId, 'coordinator'),
}
