import { z } from 'zod'
import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { newestOf } from './states.ts'

/** The number on a learner's certificate, once the awarding body has accepted the claim for this registration; asked by whoever awards. */
export async function certificateNumberOf(tx: Tx, registrationId: string): Promise<string | null> {
  const claim = await tx.claim.findFirst({ where: { registrationId, takenOutAt: null }, include: { states: true } })
  return claim ? newestOf(claim.states).certificateNumber : null
}

/** What a learner may know of the claim for them: their details as they go out, how it stands, and the certificate's number. */
export async function myClaim(viewer: Viewer, input: { registrationId: string }) {
  const registrationId = z.uuid().parse(input.registrationId)
  return read(viewer, async (tx) => {
    const registration = await tx.registration.findFirst({ where: { id: registrationId, personId: viewer.id }, select: { organisationId: true } })
    if (!registration) return null
    const details = await tx.claimDetails.findFirst({ where: { personId: viewer.id, organisationId: registration.organisationId } })
    const claim = await tx.claim.findFirst({ where: { registrationId, takenOutAt: null }, include: { states: true } })
    if (!details && !claim) return null
    const open = await opener(tx, 'ClaimDetails', details ? [details.id] : [])
    const newest = claim ? newestOf(claim.states) : null
    return {
      details: details && { name: `${open(details.id, 'forenames', details.forenames) ?? ''} ${open(details.id, 'surname', details.surname) ?? ''}`, bornOn: open(details.id, 'bornOn', details.bornOn) ?? '', uln: open(details.id, 'uln', details.uln) },
      standing: newest?.standing ?? null, at: newest?.at ?? null, certificateNumber: newest?.certificateNumber ?? null,
    }
  })
}
