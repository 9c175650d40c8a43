import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'
import { newestOf } from './states.ts'

/** A coordinator takes a learner out of a batch that was not sent yet. They may go into another. */
export async function takeOutClaim(viewer: Viewer, input: { claimId: string }): Promise<void> {
  const id = z.uuid().parse(input.claimId)
  await change(viewer, async (tx) => {
    const claim = await tx.claim.findUnique({ where: { id }, include: { states: true } })
    if (!claim) throw new NotFound()
    authorize(may.claim, viewer, claim.organisationId)
    if (claim.takenOutAt) return
    // What was sent meanwhile has its row sealed: the condition decides, not the check.
    const { count } = newestOf(claim.states).standing === 'draft' ? await tx.claim.updateMany({ where: { id, takenOutAt: null, sentAs: null }, data: { takenOutAt: now(), takenOutById: viewer.id } }) : { count: 0 }
    if (count === 0) throw new Conflict('This claim was sent, so it stays.')
    await record(tx, viewer, 'claims.taken-out', { organisationId: claim.organisationId, subjectId: claim.personId, claimId: id, batchId: claim.batchId })
  })
}
