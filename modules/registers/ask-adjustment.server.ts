import { z } from 'zod'
import { holdRegistration, refuseIfWithdrawn } from '../accreditation/hold-registration.server.ts'
import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const AskAdjustment = z.object({
  id: z.uuid(), registrationId: z.uuid(), kind: z.enum(['reasonable_adjustment', 'special_consideration'], 'Choose one of the two.'),
  words: z.string().trim().min(1, 'Write what is in the way, and what would help.').max(4000, 'That is longer than fits here.'),
})

/** A learner, or a coordinator for them, asks for something to be done differently, or for something that happened to be weighed. */
export async function askAdjustment(viewer: Viewer, input: z.input<typeof AskAdjustment>): Promise<void> {
  const { id, registrationId, kind, words } = AskAdjustment.parse(input)
  await once(() => change(viewer, async (tx) => {
    const registration = await holdRegistration(tx, registrationId)
    authorize(may.askAdjustment, viewer, registration)
    if (await tx.adjustment.findFirst({ where: { id, registrationId, askedById: viewer.id } })) return
    refuseIfWithdrawn(registration, 'This registration has ended, so nothing more is arranged. What you wrote is still here.')
    const { organisationId, personId } = registration
    const seal = await sealNew(tx, { table: 'Adjustment', id, organisationId })
    await tx.adjustment.createMany({ data: [{ id, organisationId, registrationId, personId, kind, words: seal('words', words), askedById: viewer.id }] })
    await record(tx, viewer, 'registers.adjustment-asked', { organisationId, subjectId: personId, adjustmentId: id })
  }), 'That could not be kept. Load the page again, then send it again.')
}
