import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { underWay } from '../clock.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const RegisterLearner = z.object({ id: z.uuid(), organisationId: z.uuid(), personId: z.uuid(), specificationId: z.uuid() })

/** A coordinator registers a mentor of their setting on one version of a specification. They stay on it. */
export async function registerLearner(viewer: Viewer, input: z.input<typeof RegisterLearner>): Promise<string> {
  const row = RegisterLearner.parse(input)
  authorize(may.register, viewer, row.organisationId)
  let { id } = row
  await changeOnce(viewer, async (tx) => {
    const specification = await tx.specification.findUnique({ where: { id: row.specificationId }, select: { id: true } })
    const isMentor = await tx.membership.count({ where: { personId: row.personId, organisationId: row.organisationId, role: 'mentor', ...underWay() } })
    if (!specification || isMentor === 0) throw new NotFound()
    await tx.registration.createMany({ data: [{ ...row, registeredById: viewer.id }] })
    await record(tx, viewer, 'accreditation.learner-registered', { organisationId: row.organisationId, subjectId: row.personId, registrationId: row.id, specificationId: row.specificationId })
  }, {
    // Registered before, or from another page in the same moment: it is that registration.
    mine: async (tx) => {
      const there = await tx.registration.findFirst({ where: { personId: row.personId, specificationId: row.specificationId, organisationId: row.organisationId }, select: { id: true } })
      id = there?.id ?? id
      return there
    },
    otherwise: 'They could not be registered. Load the page again.',
  })
  return id
}
