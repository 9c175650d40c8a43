import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import { newId } from '../db/new-id.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { refuseUnready } from './parts/refuse-unready.server.ts'
import { may } from './policy.ts'

export const MakeBatch = z.object({
  id: z.uuid(), organisationId: z.uuid(), specificationId: z.uuid(), templateId: z.uuid('Choose how the table is laid out.'),
  registrationIds: z.array(z.uuid()).min(1, 'Choose one learner at least.').max(200, 'A batch holds two hundred. Put the others in the next.').transform((ids) => [...new Set(ids)]),
})

/** A coordinator puts learners who are ready into a batch, to be claimed for together. Nobody is claimed for twice. */
export async function makeBatch(viewer: Viewer, input: z.input<typeof MakeBatch>): Promise<string> {
  const { id, organisationId, specificationId, templateId, registrationIds } = MakeBatch.parse(input)
  authorize(may.claim, viewer, organisationId)
  const mine = (tx: Tx) => tx.claimBatch.findFirst({ where: { id, organisationId, specificationId, madeById: viewer.id }, select: { id: true } })
  await changeOnce(viewer, async (tx) => {
    if (await mine(tx)) return
    const specification = await tx.specification.findUnique({ where: { id: specificationId }, select: { id: true } })
    const template = await tx.claimTemplate.findFirst({ where: { id: templateId, organisationId }, select: { needsUln: true } })
    if (!specification || !template) throw new NotFound()
    const ready = await refuseUnready(tx, registrationIds, { ...template, organisationId, specificationId })
    await tx.claimBatch.createMany({ data: [{ id, organisationId, specificationId, templateId, madeById: viewer.id }] })
    const claims = [...ready.values()].map(({ registrationId, personId }) => ({ id: newId(), organisationId, batchId: id, registrationId, personId }))
    await record(tx, viewer, 'claims.batch-made', { organisationId, subjectId: id, specificationId, learners: claims.length })
    await tx.claim.createMany({ data: claims })
    await tx.claimState.createMany({ data: claims.map((claim) => ({ id: newId(), organisationId, claimId: claim.id, personId: claim.personId, number: 1, standing: 'draft' as const, byId: viewer.id })) })
  }, {
    mine,
    otherwise: 'One of these learners is in a batch already. Load the page again: who is left stands there.',
  })
  return id
}
