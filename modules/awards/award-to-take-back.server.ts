import { z } from 'zod'
import { cohortFor } from '../cohorts/cohort-facts.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { findAward } from './parts/find-award.server.ts'
import { may } from './policy.ts'

/** An award, for who may take it back. */
export async function awardToTakeBack(viewer: Viewer, input: { awardId: string }) {
  const id = z.uuid().parse(input.awardId)
  return read(viewer, async (tx) => {
    const { personId, organisationId, cohortId, registrationId, title, takenBack } = await findAward(tx, id)
    const cohort = cohortId ? await cohortFor(tx, viewer, cohortId) : null
    authorize(may.awardCourse, viewer, { organisationId, personId, isTrainerOfIt: cohort?.isTrainerOfIt ?? false })
    const person = await tx.person.findUnique({ where: { id: personId }, select: { name: true } })
    const { name: where } = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { name: true } })
    return { id, title, cohortId, registrationId, where, name: person?.name ?? 'their', isTakenBack: takenBack !== null }
  })
}
