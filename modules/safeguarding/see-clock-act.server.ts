import { z } from 'zod'
import { ClockAct } from '#prisma/generated/enums.ts'
import { seeAct } from '../audit/see-act.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const SeeClockAct = z.object({ actId: z.uuid(), what: z.enum(ClockAct), organisationId: z.uuid() })

/** Somebody else says that they have seen what a colleague did to the clocks of a setting. */
export async function seeClockAct(viewer: Viewer, input: z.input<typeof SeeClockAct>): Promise<void> {
  const act = SeeClockAct.parse(input)
  authorize(may.seeClockAct, viewer, act.organisationId)
  await seeAct(viewer, { toSee: 'clock_acts_to_see', seen: 'ClockActSeen', kind: 'concern.clock-seen' }, act)
}
