import { z } from 'zod'
import { ClockAct } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const SeeClockAct = z.object({ actId: z.uuid(), what: z.enum(ClockAct), organisationId: z.uuid() })

/** Somebody else says that they have seen what a colleague did to the clocks of a setting. The first to say so is on record; then it leaves everybody's Today. */
export async function seeClockAct(viewer: Viewer, input: z.input<typeof SeeClockAct>): Promise<void> {
  const { actId, what, organisationId } = SeeClockAct.parse(input)
  authorize(may.seeClockAct, viewer, organisationId)
  await change(viewer, async (tx) => {
    // In one statement, so that of two at once the second finds it seen.
    const count = await tx.$executeRaw`INSERT INTO "ClockActSeen" ("actId", what, "organisationId", "byId") SELECT a."actId", a.what, a."organisationId", ${viewer.id}::uuid FROM app.clock_acts_to_see() a
      WHERE a."actId" = ${actId}::uuid AND a.what = ${what}::"ClockAct" AND a."organisationId" = ${organisationId}::uuid ON CONFLICT DO NOTHING`
    if (count) await record(tx, viewer, 'concern.clock-seen', { organisationId, subjectId: actId })
  })
}
