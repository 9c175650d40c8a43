import { z } from 'zod'
import { holdRegistration } from '../accreditation/hold-registration.server.ts'
import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { isSignedOff } from './is-signed-off.server.ts'
import { askOf, Asked } from './parts/ask-of.server.ts'
import { may } from './policy.ts'
import { refuseIfTooNear } from './too-near.server.ts'

const base = { id: z.uuid(), sampledId: z.uuid(), words: z.string().trim().max(4000, 'That is longer than fits here.') }
export const JudgeSampled = z.discriminatedUnion('agrees', [
  z.object({ ...base, agrees: z.literal(true) }),
  z.object({ ...base, agrees: z.literal(false), words: base.words.min(1, 'Say what you see otherwise.'), ...Asked.shape }),
], 'Say whether you agree.')

/** A quality assurer agrees with a decision that was drawn, or says why not and asks the assessor to do something by a day. */
export async function judgeSampled(viewer: Viewer, input: z.input<typeof JudgeSampled>): Promise<void> {
  const judged = JudgeSampled.parse(input)
  const { id, sampledId, agrees, words } = judged
  await change(viewer, async (tx) => {
    const sampled = await tx.sampledDecision.findUnique({ where: { id: sampledId } })
    if (!sampled) throw new NotFound()
    authorize(may.judge, viewer, sampled)
    const { organisationId, registrationId, personId } = sampled
    // Held, so that nobody is signed off while a colleague disagrees, and of two quality assurers at once one is first.
    await holdRegistration(tx, registrationId)
    const before = await tx.sampleJudgement.findUnique({ where: { sampledId }, select: { id: true } })
    if (before?.id === id) return
    if (before) throw new Conflict('A colleague has looked at this one already. Your words are still here.')
    await refuseIfTooNear(tx, personId)
    if (!agrees && (await isSignedOff(tx, registrationId))) throw new Conflict('This learner is signed off. Your words are still here. Speak to whoever signed them off.')
    const seal = await sealNew(tx, { table: 'SampleJudgement', id, organisationId })
    await tx.sampleJudgement.createMany({ data: [{ id, organisationId, sampledId, agrees, words: seal('words', words), byId: viewer.id }] })
    await record(tx, viewer, 'quality.decision-looked-over', { organisationId, subjectId: personId, judgementId: id, sampledId, agrees })
    if (!judged.agrees) await askOf(tx, viewer, sampled, judged)
  })
}
