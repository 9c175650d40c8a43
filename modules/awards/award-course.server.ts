import { z } from 'zod'
import { cohortFor } from '../cohorts/cohort-facts.server.ts'
import { completionIn } from '../completion/completion-of.server.ts'
import { theCourses } from '../curriculum/the-curriculum.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { endOfDay, GoodUntil } from './good-until.ts'
import { leftOf } from './left-of.ts'
import { makeOut } from './parts/make-out.server.ts'
import { may } from './policy.ts'

export const AwardCourse = z.object({ id: z.uuid(), cohortId: z.uuid(), personId: z.uuid(), goodUntil: GoodUntil })

/** A coordinator or a trainer of the cohort gives somebody the certificate of the course, once they have done all of it. At any age. */
export async function awardCourse(viewer: Viewer, input: z.input<typeof AwardCourse>): Promise<void> {
  const { id, cohortId, personId, goodUntil } = AwardCourse.parse(input)
  await change(viewer, async (tx) => {
    const cohort = await cohortFor(tx, viewer, cohortId)
    const course = theCourses.find((one) => one.id === cohort.courseId)
    if (cohort.kind !== 'mentors' || !course) throw new NotFound()
    const { organisationId } = cohort
    authorize(may.awardCourse, viewer, { organisationId, personId, isTrainerOfIt: cohort.isTrainerOfIt })
    if (await tx.award.findUnique({ where: { id }, select: { id: true } })) return
    if (!(await tx.cohortMember.findFirst({ where: { cohortId, personId, part: 'learner', placedAt: { not: null } }, select: { id: true } }))) throw new NotFound()
    const completion = await completionIn(tx, viewer, { personId, organisationId })
    if (!completion.isCourseDone) throw new Conflict(`Not yet. ${leftOf(completion).join(' ')}`)
    await makeOut(tx, viewer, { id, kind: 'course', organisationId, personId, courseId: course.id, cohortId, title: course.title, goodUntil: endOfDay(goodUntil) })
  })
}
