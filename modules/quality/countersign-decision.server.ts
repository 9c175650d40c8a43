import { z } from 'zod'
import { holdRegistration } from '../accreditation/hold-registration.server.ts'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { isGoodOn } from './is-good-on.ts'
import { may } from './policy.ts'

/** An assessor whose own qualification is good stands by a decision of a colleague whose had run out, or was struck through. Once. */
export async function countersignDecision(viewer: Viewer, input: { decisionId: string }): Promise<void> {
  const decisionId = z.uuid().parse(input.decisionId)
  await change(viewer, async (tx) => {
    const decision = await tx.decision.findUnique({ where: { id: decisionId } })
    if (!decision) throw new NotFound()
    authorize(may.countersign, viewer, decision)
    const { organisationId, personId } = decision
    // Held, so that of two at once the second finds the first one's signature.
    await holdRegistration(tx, decision.registrationId)
    const [waits] = await tx.$queryRaw<unknown[]>`SELECT w."decisionId" FROM app.to_countersign(ARRAY[${organisationId}::uuid]) w WHERE w."decisionId" = ${decisionId}::uuid`
    // Signed once and waiting all the same: their own entry was struck through since, and they sign again on the strength of another.
    if (!waits && (await tx.countersignature.findFirst({ where: { decisionId, byId: viewer.id }, select: { decisionId: true } }))) return
    if (!waits) throw new Conflict('There is nothing to countersign here, or a colleague has countersigned this already.')
    const mine = await tx.staffQualification.findMany({ where: { organisationId, personId: viewer.id, kind: 'assessing', struckAt: null } })
    if (!mine.some((one) => isGoodOn(one, now()))) throw new Conflict('To countersign, your own assessor’s qualification has to be on record here and in date. A coordinator or quality assurer writes it down.')
    await tx.countersignature.createMany({ data: [{ decisionId, organisationId, byId: viewer.id }] })
    await record(tx, viewer, 'quality.decision-countersigned', { organisationId, subjectId: personId, decisionId })
  })
}
