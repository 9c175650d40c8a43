import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { findRegistration } from './parts/find-registration.server.ts'
import { may } from './policy.ts'

/** A coordinator withdraws a learner. What was decided stays; nothing more is handed in or decided. */
export async function withdrawLearner(viewer: Viewer, input: { registrationId: string }): Promise<void> {
  const id = z.uuid().parse(input.registrationId)
  await change(viewer, async (tx) => {
    const registration = await findRegistration(tx, id)
    authorize(may.register, viewer, registration.organisationId)
    const { count } = await tx.registration.updateMany({ where: { id, withdrawnAt: null }, data: { withdrawnAt: now(), withdrawnById: viewer.id } })
    if (count > 0) await record(tx, viewer, 'accreditation.learner-withdrawn', { organisationId: registration.organisationId, subjectId: registration.personId, registrationId: id })
  })
}
