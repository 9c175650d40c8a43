import { z } from 'zod'
import { change } from '../db/change.server.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { ofLearner } from './parts/claim-row.server.ts'
import { findClaim, isTakenAlready, moveClaim, steppedAside } from './parts/move-claim.server.ts'
import { refuseUnready } from './parts/refuse-unready.server.ts'
import { sealSentAs } from './parts/seal-sent-as.server.ts'

const Of = z.object({ id: z.uuid(), claimId: z.uuid() })
export const AcceptClaim = Of.extend({ certificateNumber: z.string().trim().min(2, 'Write the number as it stands on the certificate.').max(60, 'That is longer than fits here.').regex(/^[\p{L}\d/ .-]+$/u, 'Letters, digits, spaces and / . - only.') })
export const QueryClaim = Of.extend({ reason: z.string().trim().min(1, 'Write what they asked.').max(2000, 'That is longer than fits here.') })

/** The awarding body has accepted a claim: a coordinator writes down the certificate's number, or puts it right. */
export async function acceptClaim(viewer: Viewer, input: z.input<typeof AcceptClaim>): Promise<void> {
  const { claimId, id, certificateNumber } = AcceptClaim.parse(input)
  const step = { id, standing: 'accepted' as const, certificateNumber }
  await once(() => change(viewer, async (tx) => {
    const claim = await findClaim(tx, viewer, claimId)
    if (!isTakenAlready(claim, step)) await moveClaim(tx, viewer, claim, step)
  }), 'This certificate number is written down already, or a colleague was a moment before you. What you wrote is still here.')
}

/** The awarding body has asked about a claim: a coordinator writes down what. */
export async function queryClaim(viewer: Viewer, input: z.input<typeof QueryClaim>): Promise<void> {
  const { claimId, id, reason } = QueryClaim.parse(input)
  const step = { id, standing: 'queried' as const, reason }
  await once(() => change(viewer, async (tx) => {
    const claim = await findClaim(tx, viewer, claimId)
    if (!isTakenAlready(claim, step)) await moveClaim(tx, viewer, claim, step)
  }), steppedAside)
}

/** What was asked is put right, and the claim goes to the awarding body again as it stands now. */
export async function sendClaimAgain(viewer: Viewer, input: z.input<typeof Of>): Promise<void> {
  const { claimId, id } = Of.parse(input)
  const step = { id, standing: 'sent' as const }
  await once(() => change(viewer, async (tx) => {
    const claim = await findClaim(tx, viewer, claimId)
    if (isTakenAlready(claim, step)) return
    const { batch, registrationId, organisationId } = claim
    const ready = await refuseUnready(tx, [registrationId], { needsUln: batch.template.needsUln, organisationId, specificationId: batch.specificationId })
    await sealSentAs(tx, claim, ofLearner(ready.get(registrationId)!))
    await moveClaim(tx, viewer, claim, step)
  }), steppedAside)
}
