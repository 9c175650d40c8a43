import { z } from 'zod'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { ofLearner } from './parts/claim-row.server.ts'
import { moveClaim, steppedAside } from './parts/move-claim.server.ts'
import { refuseUnready } from './parts/refuse-unready.server.ts'
import { sealSentAs } from './parts/seal-sent-as.server.ts'
import { may } from './policy.ts'
import { newestOf } from './states.ts'

/** A coordinator says that a batch went to the awarding body. Everybody in it is looked at once more; what was sent of them is kept as it was. */
export async function sendBatch(viewer: Viewer, input: { batchId: string }): Promise<void> {
  const id = z.uuid().parse(input.batchId)
  await once(() => change(viewer, async (tx) => {
    const batch = await tx.claimBatch.findUnique({ where: { id }, include: { template: true, claims: { where: { takenOutAt: null }, include: { states: true } } } })
    if (!batch) throw new NotFound()
    const { organisationId, specificationId } = batch
    authorize(may.claim, viewer, organisationId)
    const drafts = batch.claims.filter(({ states }) => newestOf(states).standing === 'draft')
    // Sent twice from one page: it went the first time.
    if (drafts.length === 0) return
    const ready = await refuseUnready(tx, drafts.map(({ registrationId }) => registrationId), { needsUln: batch.template.needsUln, organisationId, specificationId })
    for (const claim of drafts) {
      await sealSentAs(tx, claim, ofLearner(ready.get(claim.registrationId)!))
      await moveClaim(tx, viewer, claim, { id: newId(), standing: 'sent' })
    }
  }), steppedAside)
}
