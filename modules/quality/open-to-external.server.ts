import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { days, now } from '../clock.ts'
import { asSystem } from '../db/as-system.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { defineJob } from '../jobs/job.ts'
import { dropSockets } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

/** The longest a sample may be open to somebody from outside. */
const longest = days(60)

export const OpenToExternal = z.object({
  id: z.uuid(), planId: z.uuid(), personId: z.uuid('Choose to whom.'), opensAt: z.coerce.date('Give the first day.'), closesAt: z.coerce.date('Give the last day.'),
}).refine(({ closesAt }) => closesAt > now(), { path: ['closesAt'], message: 'That day has passed.' })
  .refine(({ opensAt, closesAt }) => closesAt > opensAt, { path: ['closesAt'], message: 'The last day comes after the first.' })
  .refine(({ opensAt, closesAt }) => closesAt.getTime() - opensAt.getTime() <= longest, { path: ['closesAt'], message: 'Sixty days at most.' })

/** A quality assurer opens a sample to an external quality assurer of the setting, between two days. */
export async function openToExternal(viewer: Viewer, input: z.input<typeof OpenToExternal>): Promise<void> {
  const { id, planId, personId, opensAt, closesAt } = OpenToExternal.parse(input)
  await change(viewer, async (tx) => {
    const plan = await tx.samplingPlan.findUnique({ where: { id: planId }, select: { organisationId: true } })
    if (!plan) throw new NotFound()
    const { organisationId } = plan
    authorize(may.draw, viewer, organisationId)
    if (await tx.externalOpening.findFirst({ where: { id, planId } })) return
    const [external] = await tx.$queryRaw<{ id: string }[]>`SELECT e.id FROM app.external_assurers() e WHERE e.id = ${personId}::uuid AND e."organisationId" = ${organisationId}::uuid`
    if (!external) throw new Conflict('They are no external quality assurer here. A coordinator gives them that role first.')
    await tx.externalOpening.createMany({ data: [{ id, organisationId, planId, personId, opensAt, closesAt, openedById: viewer.id }] })
    await record(tx, viewer, 'quality.opened-to-external', { organisationId, subjectId: personId, openingId: id, planId, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() })
    await dropSockets(tx, personId)
    await enqueue(tx, openingOver, { personId }, { at: closesAt })
  })
}

/** When the time is over the external's open pages are dropped; what they ask for then is not there. The rows close by the clock, with or without this. */
export const openingOver = defineJob({
  name: 'quality.opening-over', data: z.object({ personId: z.uuid() }),
  work: ({ personId }) => asSystem('drop the pages of an external whose time is over', (tx) => dropSockets(tx, personId)),
})
