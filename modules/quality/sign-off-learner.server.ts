import { z } from 'zod'
import { holdRegistration, refuseIfWithdrawn } from '../accreditation/hold-registration.server.ts'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { authorize } from '../policy.ts'
import { whatIsMissing } from './parts/what-is-missing.server.ts'
import { may } from './policy.ts'
import { refuseIfTooNear } from './too-near.server.ts'

export const SignOffLearner = z.object({ id: z.uuid(), registrationId: z.uuid() })

/** A quality assurer signs a learner off: all of it is met and looked over, and may be claimed. Once, until it is struck through. */
export async function signOffLearner(viewer: Viewer, input: z.input<typeof SignOffLearner>): Promise<void> {
  const { id, registrationId } = SignOffLearner.parse(input)
  await change(viewer, async (tx) => {
    const registration = await holdRegistration(tx, registrationId)
    authorize(may.signOff, viewer, registration)
    const before = await tx.signOff.findMany({ where: { registrationId }, select: { id: true, struckAt: true } })
    if (before.some((one) => one.id === id)) return
    if (before.some(({ struckAt }) => !struckAt)) throw new Conflict('A colleague has signed them off already.')
    refuseIfWithdrawn(registration, 'This learner is withdrawn, so there is nothing to sign off.')
    await refuseIfTooNear(tx, registration.personId)
    const missing = await whatIsMissing(tx, registrationId)
    if (missing.length > 0) throw new Conflict(`Not yet. ${missing.join(' ')}`)
    const { organisationId, personId } = registration
    await once(() => tx.signOff.createMany({ data: [{ id, organisationId, registrationId, personId, byId: viewer.id }] }), 'That could not be signed off. Load the page again.')
    await record(tx, viewer, 'quality.learner-signed-off', { organisationId, subjectId: personId, registrationId, signOffId: id })
  })
}
