import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { opener } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { claimFile } from './claim-file.server.ts'
import { claimRow, ofLearner, type OfLearner } from './parts/claim-row.server.ts'
import { refuseUnready } from './parts/refuse-unready.server.ts'
import { may } from './policy.ts'
import { newestOf } from './states.ts'
import { layoutOf } from './templates.server.ts'

/** A coordinator takes a batch away as a file: those who wait to be sent or answered, or everybody once nobody waits. That it was taken is on record each time. */
export async function downloadBatch(viewer: Viewer, input: { batchId: string }): Promise<{ fileName: string; text: string }> {
  const id = z.uuid().parse(input.batchId)
  return change(viewer, async (tx) => {
    const batch = await tx.claimBatch.findUnique({ where: { id }, include: { template: true, specification: { select: { code: true, title: true, version: true, isExample: true } }, claims: { where: { takenOutAt: null }, include: { states: true }, orderBy: { id: 'asc' } } } })
    if (!batch) throw new NotFound()
    const { organisationId, specificationId, specification } = batch
    authorize(may.claim, viewer, organisationId)
    const waits = batch.claims.filter(({ states }) => ['draft', 'sent'].includes(newestOf(states).standing))
    const claims = waits.length > 0 ? waits : batch.claims
    const unsent = claims.filter(({ sentAs }) => !sentAs)
    const ready = await refuseUnready(tx, unsent.map(({ registrationId }) => registrationId), { needsUln: batch.template.needsUln, organisationId, specificationId })
    const open = await opener(tx, 'Claim', claims.map((claim) => claim.id))
    const rows = claims.map((claim) => claimRow(claim.sentAs ? (JSON.parse(open(claim.id, 'sentAs', claim.sentAs)!) as OfLearner) : ofLearner(ready.get(claim.registrationId)!), specification))
    await record(tx, viewer, 'claims.file-taken', { organisationId, subjectId: id, learners: rows.length })
    const code = specification.code.replaceAll(/[^\w-]+/g, '-')
    return { fileName: `${specification.isExample ? 'EXAMPLE-' : ''}claims-${code}-${batch.madeAt.toISOString().slice(0, 10)}.csv`, text: claimFile(rows, layoutOf(batch.template)) }
  })
}
