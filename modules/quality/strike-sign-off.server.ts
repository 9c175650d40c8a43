import { z } from 'zod'
import { holdRegistration } from '../accreditation/hold-registration.server.ts'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'
import { strikingWhy } from './striking.ts'

export const StrikeSignOff = z.object({ signOffId: z.uuid(), why: strikingWhy })

/** A quality assurer strikes a sign-off through that was wrong, and says why. It stays to be read; the learner is no longer claimed for, until they are signed off again. */
export async function strikeSignOff(viewer: Viewer, input: z.input<typeof StrikeSignOff>): Promise<void> {
  const { signOffId: id, why } = StrikeSignOff.parse(input)
  await change(viewer, async (tx) => {
    const found = await tx.signOff.findUnique({ where: { id }, select: { registrationId: true } })
    if (!found) throw new NotFound()
    const { organisationId, personId } = await holdRegistration(tx, found.registrationId)
    authorize(may.strikeSignOff, viewer, { organisationId, personId })
    const { struckAt, struckById } = await tx.signOff.findUniqueOrThrow({ where: { id }, select: { struckAt: true, struckById: true } })
    if (struckAt && struckById === viewer.id) return
    if (struckAt) throw new Conflict('A colleague has struck this through already. What you wrote is still here.')
    const seal = await sealNew(tx, { table: 'SignOff', id, organisationId })
    await tx.signOff.updateMany({ where: { id }, data: { struckAt: now(), struckById: viewer.id, struckWhy: seal('struckWhy', why) } })
    await record(tx, viewer, 'quality.sign-off-struck', { organisationId, subjectId: personId, registrationId: found.registrationId, signOffId: id })
  })
}
