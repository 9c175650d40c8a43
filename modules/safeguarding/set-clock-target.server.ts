import { z } from 'zod'
import { Clock, Danger } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { calendarsOf } from '../calendar/calendars-of.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { authorize } from '../policy.ts'
import { targetFor } from './climbs-ahead.ts'
import { may } from './policy.ts'
import { longestMinutes } from './states.ts'

const Target = z.object({
  clock: z.enum(Clock), danger: z.enum(Danger),
  minutes: z.coerce.number('Write how many minutes.').int('Write whole minutes.').min(1, 'One minute is the least.'),
  inStaffedTime: z.boolean().default(false),
}).refine(({ danger, inStaffedTime }) => danger !== 'now' || !inStaffedTime, { path: ['inStaffedTime'], message: 'Danger now runs day and night.' })
  .superRefine(({ clock, danger, minutes }, told) => { if (minutes > longestMinutes[clock][danger]) told.addIssue({ code: 'custom', path: ['minutes'], message: `Here ${longestMinutes[clock][danger]} minutes is the most.` }) })

export const SetClockTargets = z.object({ organisationId: z.uuid(), targets: z.array(Target).min(1).max(8) })
export const SetClockTarget = z.object({ organisationId: z.uuid() }).and(Target)

/** A safeguarding lead says how long the clocks of their setting run before a concern climbs, and whether by day and night or in staffed hours. It holds for concerns raised from then on; the others see that it was changed (`clockActs`). Said twice, it is one change. */
export async function setClockTargets(viewer: Viewer, input: z.input<typeof SetClockTargets>): Promise<void> {
  const { organisationId, targets } = SetClockTargets.parse(input)
  authorize(may.setTargets, viewer, organisationId)
  await change(viewer, async (tx) => {
    const set = await tx.clockTarget.findMany({ where: { organisationId } })
    const changed = targets.filter(({ clock, danger, minutes, inStaffedTime }) => {
      const is = targetFor({ clock, danger, at: now() }, set)
      return is.minutes !== minutes || is.inStaffedTime !== inStaffedTime || !set.some((one) => one.clock === clock && one.danger === danger)
    })
    if (changed.some(({ inStaffedTime }) => inStaffedTime) && !(await calendarsOf(tx, [organisationId]))(organisationId).week) throw new Conflict('Say first when somebody is there: without staffed hours a clock cannot count them.')
    await tx.clockTarget.createMany({ data: changed.map((target) => ({ ...target, organisationId, byId: viewer.id })) })
    for (const { clock, danger, minutes, inStaffedTime } of changed) await record(tx, viewer, 'concern.clock-set', { organisationId, clock, danger, minutes, inStaffedTime })
  })
}

/** The same for one clock. */
export async function setClockTarget(viewer: Viewer, { organisationId, ...target }: z.input<typeof SetClockTarget>): Promise<void> {
  return setClockTargets(viewer, { organisationId, targets: [target] })
}
