import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const WriteStandardisation = z.object({
  id: z.uuid(), organisationId: z.uuid(), specificationId: z.uuid('Choose which specification.'),
  heldOn: z.iso.date('Give the day.').refine((day) => day <= now().toISOString().slice(0, 10), 'That day is still to come.'),
  presentIds: z.array(z.uuid()).min(2, 'Two at least.').max(40), criterionIds: z.array(z.uuid()).min(1, 'Choose one at least.').max(60),
  agreed: z.string().trim().min(1, 'Say what you agreed.').max(8000, 'That is longer than fits here.'),
})

/** Somebody who assesses or looks decisions over writes down what was agreed when they looked at the same work together. */
export async function writeStandardisation(viewer: Viewer, input: z.input<typeof WriteStandardisation>): Promise<void> {
  const { agreed, heldOn, ...meeting } = WriteStandardisation.parse(input)
  const { id, organisationId, specificationId } = meeting
  authorize(may.standardise, viewer, organisationId)
  await change(viewer, async (tx) => {
    if (await tx.standardisationMeeting.findFirst({ where: { id, organisationId } })) return
    const staff = await tx.$queryRaw<{ id: string }[]>`SELECT DISTINCT s.id FROM app.assessment_staff() s WHERE s."organisationId" = ${organisationId}::uuid`
    const known = new Set(staff.map((one) => one.id))
    if (meeting.presentIds.some((person) => !known.has(person))) throw new Conflict('Somebody on the list does not assess here. Load the page again.')
    if ((await tx.criterion.count({ where: { id: { in: meeting.criterionIds }, specificationId } })) !== new Set(meeting.criterionIds).size) throw new Conflict('One of these criteria is not in the specification. Load the page again.')
    const seal = await sealNew(tx, { table: 'StandardisationMeeting', id, organisationId })
    await tx.standardisationMeeting.createMany({ data: [{ ...meeting, heldOn: new Date(`${heldOn}T00:00Z`), words: seal('words', agreed), byId: viewer.id }] })
    await record(tx, viewer, 'quality.standardised', { organisationId, subjectId: id, heldOn, present: meeting.presentIds.length, criteria: meeting.criterionIds.length })
  })
}
