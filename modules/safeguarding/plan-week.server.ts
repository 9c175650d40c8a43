import { Temporal } from 'temporal-polyfill'
import { v5 } from 'uuid'
import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { calendarsOf } from '../calendar/calendars-of.server.ts'
import { isWorkingDay } from '../calendar/staffed-time.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'
import { refuseIfNotForDuty } from './refuse-if-not-for-duty.server.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time, for example 08:30.')
export const PlanWeek = z.object({
  id: z.uuid(), organisationId: z.uuid(), personId: z.uuid('Say who is on duty.'),
  days: z.array(z.iso.date()).min(1, 'Tick the days.').max(7), from: time, to: time,
  weeks: z.coerce.number().int().min(1).max(12),
}).refine(({ from, to }) => from !== to, { path: ['to'], message: 'It ends when it begins.' })

/** Somebody is put on duty, or puts themself, for days of a week and so many weeks. In later weeks days on which the setting is closed are left out. Sent twice, it is the same plan. */
export async function planWeek(viewer: Viewer, input: z.input<typeof PlanWeek>): Promise<void> {
  const { id, organisationId, personId, days, from, to, weeks } = PlanWeek.parse(input)
  authorize(may.planDuty, viewer, organisationId, personId)
  await change(viewer, async (tx) => {
    await refuseIfNotForDuty(tx, viewer, { organisationId, personId })
    const calendar = (await calendarsOf(tx, [organisationId]))(organisationId)
    const at = (day: Temporal.PlainDate, clock: string) => new Date(day.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: Temporal.PlainTime.from(clock) }).epochMilliseconds)
    const duties = Array.from({ length: weeks }, (_, week) => days.map((day) => ({ week, day: Temporal.PlainDate.from(day).add({ weeks: week }) }))).flat()
      .filter(({ week, day }) => week === 0 || isWorkingDay(calendar, day.toString()))
      // Past midnight it ends on the next day.
      .map(({ day }) => ({ id: v5(`${day.toString()} ${from}`, id), organisationId, personId, startsAt: at(day, from), endsAt: at(to > from ? day : day.add({ days: 1 }), to) }))
      .filter(({ endsAt }) => endsAt > now())
    if (duties.length === 0) throw new Conflict('Those days are over.')
    // Two who plan the same for somebody at once plan it once.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${personId}, 48282))`
    const planned = await tx.duty.findMany({ where: { organisationId, personId, startsAt: { in: duties.map(({ startsAt }) => startsAt) } }, select: { startsAt: true, endsAt: true } })
    const more = duties.filter((duty) => !planned.some((one) => one.startsAt.getTime() === duty.startsAt.getTime() && one.endsAt.getTime() === duty.endsAt.getTime()))
    const { count } = await tx.duty.createMany({ data: more, skipDuplicates: true })
    if (count) await record(tx, viewer, 'duty.planned', { organisationId, subjectId: personId, times: count })
  })
}
