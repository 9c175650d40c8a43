import { z } from 'zod'
import { now } from '../clock.ts'
import { cohortFor } from '../cohorts/cohort-facts.server.ts'
import { leftOf } from './left-of.ts'
import { completionsOf } from '../completion/completions-of.server.ts'
import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import { saidThirteen } from '../organisations/thirteen-or-older.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'
import { standingOf } from './states.ts'
import { needsParent } from './needs-parent.ts'

export const AwardsOfCohort = z.object({ cohortId: z.uuid(), after: z.uuid().optional(), take: z.int().min(1).max(50).default(30) })

/** The learners of a cohort, a page at a time: who has done the whole course, who has their certificate, and what the others still have to do. */
export async function awardsOfCohort(viewer: Viewer, input: z.input<typeof AwardsOfCohort>) {
  const { cohortId, after, take } = AwardsOfCohort.parse(input)
  return read(viewer, async (tx) => {
    const cohort = await cohortFor(tx, viewer, cohortId)
    if (cohort.kind !== 'mentors') throw new NotFound()
    const { organisationId, courseId, name } = cohort
    authorize(may.awardCourse, viewer, { organisationId, isTrainerOfIt: cohort.isTrainerOfIt })
    const found = await tx.cohortMember.findMany({
      where: { cohortId, part: 'learner', placedAt: { not: null }, ...(after ? { id: { gt: after } } : {}) }, orderBy: { id: 'asc' }, take: take + 1,
      include: { person: { select: { id: true, name: true, fullName: true, bornOn: true } } },
    })
    const learners = found.slice(0, take).filter((one) => (one.person as typeof one.person | null) !== null)
    const personIds = learners.map(({ personId }) => personId)
    const done = await completionsOf(tx, { organisationId, personIds })
    const said = await saidThirteen(tx, { organisationId, personIds })
    const awards = await tx.award.findMany({ where: { personId: { in: personIds }, courseId }, orderBy: { issue: 'desc' }, include: { takenBack: true, parentsYes: { select: { saidAt: true } } } })
    const open = await opener(tx, 'AwardTakenBack', awards.filter(({ takenBack }) => takenBack).map(({ id }) => id))
    return {
      cohort: { id: cohortId, name, where: cohort.organisation.name }, next: found.length > take ? learners.at(-1)?.id ?? null : null,
      canSayParentAgreed: may.sayParentAgreed(viewer, { organisationId, personId: '' }),
      learners: learners.map(({ person, leftAt }) => {
        const newest = awards.find(({ personId }) => personId === person.id)
        const completion = done.get(person.id)
        return {
          personId: person.id, name: person.name, fullName: person.fullName, hasLeft: leftAt !== null, isCourseDone: completion?.isCourseDone ?? false, left: completion ? leftOf(completion) : [], isMe: person.id === viewer.id,
          award: newest ? {
            id: newest.id, awardedAt: newest.awardedAt, mark: newest.mark, standing: standingOf({ goodUntil: newest.goodUntil, takenBackAt: newest.takenBack?.takenBackAt ?? null }, now()),
            takenBack: newest.takenBack && { at: newest.takenBack.takenBackAt, reason: open(newest.id, 'reason', newest.takenBack.reason) }, needsParent: needsParent({ bornOn: person.bornOn, isSaid: said.has(person.id) }) && !newest.parentsYes,
          } : null,
        }
      }),
    }
  })
}
