import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const CloseDays = z.object({
  id: z.uuid(), organisationId: z.uuid(),
  name: z.string().trim().min(2, 'Say why it is closed, for example Training day.').max(60),
  startsOn: z.iso.date('Choose the first day.'), endsOn: z.iso.date('Choose the last day.'),
}).refine((days) => days.startsOn <= days.endsOn, { path: ['endsOn'], message: 'The last day comes before the first.' })

/** A coordinator or a safeguarding lead says on which days the setting is closed within a term. */
export async function closeDays(viewer: Viewer, input: z.input<typeof CloseDays>): Promise<void> {
  const { startsOn, endsOn, ...said } = CloseDays.parse(input)
  await change(viewer, async (tx) => {
    if (!(await tx.organisation.findUnique({ where: { id: said.organisationId }, select: { id: true } }))) throw new NotFound()
    authorize(may.keep, viewer, said.organisationId)
    const { count } = await tx.closedDays.createMany({ data: [{ ...said, startsOn: new Date(startsOn), endsOn: new Date(endsOn), byId: viewer.id }], skipDuplicates: true })
    if (count) await record(tx, viewer, 'organisation.days-closed', { organisationId: said.organisationId, subjectId: said.id })
  })
}
