import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { holdsSomewhere } from '../policy.ts'

export type SupervisionMissed = { personId: string; name: string; organisationId: string; organisationName: string; lastAt: Date | null; days: number; isInGroup: boolean; nextAt: Date | null }

/** Mentors with a mentee who have been without supervision for longer than the setting's interval, longest first and `take` of them. Holidays do not count. For its youth workers and coordinators. */
export async function supervisionMissed(viewer: Viewer, { take = 10 }: { take?: number } = {}): Promise<SupervisionMissed[]> {
  if (!holdsSomewhere(viewer, 'youth_worker', 'coordinator')) return []
  return read(viewer, (tx) => tx.$queryRaw<SupervisionMissed[]>`SELECT * FROM app.supervision_missed(${take})`)
}
