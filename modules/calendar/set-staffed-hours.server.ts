import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time, for example 08:30.')
const Hours = z.object({ day: z.number().int().min(1).max(7), from: time, to: time }).refine(({ from, to }) => from < to, 'It ends before it begins. For hours past midnight, end at 23:59.')

export const SetStaffedHours = z.object({
  id: z.uuid(), organisationId: z.uuid(),
  week: z.array(Hours).max(7).refine((week) => week.length > 0, 'Say on which days somebody is there.').refine((week) => new Set(week.map(({ day }) => day)).size === week.length),
  isOpenInHolidays: z.boolean(),
  emergencyDuty: z.string().trim().regex(/^([+\d][\d ()-]{2,28})?$/, 'Write the number as you would dial it.').transform((number) => number || null),
})

/** A coordinator or a safeguarding lead says when somebody of the setting is there for what comes in, and whom to ring when nobody is. */
export async function setStaffedHours(viewer: Viewer, input: z.input<typeof SetStaffedHours>): Promise<void> {
  const said = SetStaffedHours.parse(input)
  await change(viewer, async (tx) => {
    if (!(await tx.organisation.findUnique({ where: { id: said.organisationId }, select: { id: true } }))) throw new NotFound()
    authorize(may.keep, viewer, said.organisationId)
    const { count } = await tx.staffedHours.createMany({ data: [{ ...said, byId: viewer.id }], skipDuplicates: true })
    if (count) await record(tx, viewer, 'organisation.hours-set', { organisationId: said.organisationId, subjectId: said.organisationId })
  })
}
