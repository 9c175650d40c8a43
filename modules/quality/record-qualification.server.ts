import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

const day = z.iso.date('Give a day.')
export const RecordQualification = z.object({
  id: z.uuid(), organisationId: z.uuid(), personId: z.uuid('Choose whose it is.'), kind: z.enum(['assessing', 'quality_assuring', 'development'], 'Choose what it is.'),
  title: z.string().trim().min(1, 'Say what it is called.').max(200, 'That is longer than fits here.'),
  doneOn: day.refine((on) => on <= now().toISOString().slice(0, 10), 'That day is still to come.'), validUntil: day.optional(),
  hours: z.coerce.number('Give a number.').int('Give a whole number.').min(1, 'One at least.').max(500, 'At most 500.').optional(),
}).refine(({ doneOn, validUntil }) => !validUntil || validUntil > doneOn, { path: ['validUntil'], message: 'It runs out after it begins.' })

/** A coordinator or quality assurer writes down a qualification of somebody who assesses there, or a piece of their development, having seen it. */
export async function recordQualification(viewer: Viewer, input: z.input<typeof RecordQualification>): Promise<void> {
  const { doneOn, validUntil, ...given } = RecordQualification.parse(input)
  const { id, organisationId, personId, kind } = given
  authorize(may.recordQualification, viewer, given)
  await change(viewer, async (tx) => {
    if (await tx.staffQualification.findFirst({ where: { id, organisationId } })) return
    const [staff] = await tx.$queryRaw<{ id: string }[]>`SELECT s.id FROM app.assessment_staff() s WHERE s.id = ${personId}::uuid AND s."organisationId" = ${organisationId}::uuid`
    if (!staff) throw new NotFound()
    await tx.staffQualification.createMany({ data: [{ ...given, doneOn: new Date(`${doneOn}T00:00Z`), validUntil: validUntil ? new Date(`${validUntil}T00:00Z`) : null, recordedById: viewer.id }] })
    await record(tx, viewer, 'quality.qualification-recorded', { organisationId, subjectId: personId, kind, doneOn, ...(validUntil ? { validUntil } : {}) })
  })
}
