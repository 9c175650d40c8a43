import { z } from 'zod'
import { CohortPart } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { now, underWay } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { refuseIfUnvetted } from '../vetting/refuse-if-unvetted.server.ts'
import { askForPlace } from './ask-for-place.server.ts'
import { cohortFor } from './cohort-facts.server.ts'
import { may } from './policy.ts'
import { refuseIfOver } from './refuse-if-over.server.ts'
import { rolesFor } from './roles-for.ts'

export const AddToCohort = z.object({ cohortId: z.uuid(), personId: z.uuid('Choose somebody.'), part: z.enum(CohortPart).default('learner') })

/** Somebody who runs a cohort puts a person on it: as one of its trainers, or as a learner, who waits if every place is taken. */
export async function addToCohort(viewer: Viewer, input: z.input<typeof AddToCohort>): Promise<'placed' | 'waiting'> {
  const { cohortId, personId, part } = AddToCohort.parse(input)
  return change(viewer, async (tx) => {
    const cohort = await cohortFor(tx, viewer, cohortId)
    authorize(may.run, viewer, cohort)
    await refuseIfOver(tx, cohortId)
    const role = await tx.membership.findFirst({ where: { personId, organisationId: cohort.organisationId, role: { in: [...rolesFor[cohort.kind][part]] }, ...underWay() } })
    if (!role) throw new Conflict('That person has no role here that goes with this. Give them one first, on their own page.')
    const before = await tx.cohortMember.findUnique({ where: { cohortId_personId: { cohortId, personId } } })
    if (before && before.part !== part) throw new Conflict(before.part === 'trainer' ? 'They are a trainer of this cohort.' : 'They have learnt in this cohort, so they cannot train it.')

    const outcome = part === 'learner' ? await askForPlace(tx, viewer, cohort, { personId }) : 'placed'
    if (part === 'trainer') {
      await refuseIfUnvetted(tx, viewer, { organisationId: cohort.organisationId, personId, roles: rolesFor.mentors.trainer })
      if (before) await tx.cohortMember.updateMany({ where: { id: before.id }, data: { leftAt: null } })
      else await once(() => tx.cohortMember.createMany({ data: [{ organisationId: cohort.organisationId, cohortId, personId, part, placedAt: now() }] }), 'A colleague has just added them.')
      await tell(tx, `person:${personId}`, 'cohorts:placed', { cohortId })
    }
    await record(tx, viewer, 'cohorts.added', { organisationId: cohort.organisationId, subjectId: personId, cohortId, part, outcome })
    return outcome
  })
}
