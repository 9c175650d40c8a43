import { z } from 'zod'
import { Clock, Danger } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const SetClockTarget = z.object({ organisationId: z.uuid(), clock: z.enum(Clock), danger: z.enum(Danger), minutes: z.coerce.number().int().min(1).max(24 * 60) })

/** A safeguarding lead says how long one clock of their setting runs before a concern climbs. Never longer than a day. */
export async function setClockTarget(viewer: Viewer, input: z.input<typeof SetClockTarget>): Promise<void> {
  const { minutes, ...key } = SetClockTarget.parse(input)
  authorize(may.setTargets, viewer, key.organisationId)
  await change(viewer, async (tx) => {
    await tx.clockTarget.upsert({ where: { organisationId_clock_danger: key }, create: { ...key, minutes }, update: { minutes } })
    await record(tx, viewer, 'concern.clock-set', { organisationId: key.organisationId, clock: key.clock, danger: key.danger, minutes })
  })
}
