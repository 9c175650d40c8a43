import type { ClaimStanding } from '#prisma/generated/enums.ts'
import { record } from '../../audit/record.server.ts'
import { sealNew } from '../../crypto/seal.server.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { tell } from '../../live/tell.server.ts'
import { authorize } from '../../policy.ts'
import { claimNews } from '../events.ts'
import { may } from '../policy.ts'
import { mayFollow, newestOf } from '../states.ts'

/** A claim with its states and its batch, as this viewer. */
export async function findClaim(tx: Tx, viewer: Viewer, claimId: string) {
  const claim = await tx.claim.findUnique({ where: { id: claimId }, include: { states: true, batch: { include: { template: true } } } })
  if (!claim) throw new NotFound()
  authorize(may.claim, viewer, claim.organisationId)
  if (claim.takenOutAt) throw new Conflict('This claim was taken out of its batch.')
  return claim
}
export type Claimed = Awaited<ReturnType<typeof findClaim>>

type Step = { id: string; standing: ClaimStanding; reason?: string; certificateNumber?: string }

/** Is this step taken already, by this very form? */
export const isTakenAlready = ({ states }: Claimed, { id, standing }: Step): boolean => states.some((state) => state.id === id && state.standing === standing)

/** Takes a claim a step further. Of two at once the unique number decides who was first. */
export async function moveClaim(tx: Tx, viewer: Viewer, { id: claimId, organisationId, personId, batchId, states }: Pick<Claimed, 'id' | 'organisationId' | 'personId' | 'batchId' | 'states'>, { id, standing, reason, certificateNumber }: Step) {
  const newest = newestOf(states)
  if (!mayFollow(newest.standing, standing)) throw new Conflict('A colleague has taken this claim a step further. Load the page again to see how it stands. What you wrote is still here.')
  const seal = reason === undefined ? undefined : await sealNew(tx, { table: 'ClaimState', id, organisationId })
  await tx.claimState.createMany({ data: [{ id, organisationId, claimId, personId, number: newest.number + 1, standing, certificateNumber: certificateNumber ?? null, reason: seal ? seal('reason', reason!) : null, byId: viewer.id }] })
  await record(tx, viewer, `claims.${standing}`, { organisationId, subjectId: personId, stateId: id, claimId, batchId })
  await tell(tx, `person:${personId}`, claimNews.moved, { claimId })
}

/** What the second of two at once is told. */
export const steppedAside = 'A colleague was a moment before you. Load the page again to see how it stands. What you wrote is still here.'
