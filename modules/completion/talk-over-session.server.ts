import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { gatherFacts } from './parts/gather-facts.server.ts'
import { mentorCourse } from './parts/mentor-course.server.ts'
import { isTrainedByMe } from './parts/trained-by-me.server.ts'
import { may } from './policy.ts'

export const TalkOverSession = z.object({ id: z.uuid(), cohortId: z.uuid(), personId: z.uuid(), session: z.coerce.number('Say which session.').int() })

/**
 * A trainer or youth worker writes down that they talked a missed session over with somebody. With the units of that session done, it is made
 * up. Nothing of what was said is kept. Of two who write it down at once, one did.
 */
export async function talkOverSession(viewer: Viewer, input: z.input<typeof TalkOverSession>): Promise<void> {
  const { id, cohortId, personId, session } = TalkOverSession.parse(input)
  await change(viewer, async (tx) => {
    const cohort = await tx.cohort.findUnique({ where: { id: cohortId }, include: { members: { where: { personId, part: 'learner', placedAt: { not: null } } } } })
    if (!cohort || cohort.members.length === 0) throw new NotFound()
    const { organisationId } = cohort
    authorize(may.talkOver, viewer, { organisationId, personId, isTrainedByMe: await isTrainedByMe(tx, { personId, organisationId }) })
    const course = mentorCourse()
    if (cohort.courseId !== course.id) throw new NotFound()
    const { sessions } = (await gatherFacts(tx, { organisationId, personIds: [personId], course })).get(personId)!
    const state = sessions.find(({ number }) => number === session)?.state
    if (!state) throw new NotFound()
    if (state === 'there') throw new Conflict('They were at this session, so there is nothing to make up.')
    if (state === 'to-come' || state === 'no-mark') throw new Conflict(state === 'to-come' ? 'This session is still to come for them.' : 'Mark the register of this session first.')
    const { count } = await tx.sessionTalkedOver.createMany({ data: [{ id, organisationId, cohortId, courseId: course.id, personId, session, byId: viewer.id }], skipDuplicates: true })
    if (count === 0) return
    await record(tx, viewer, 'completion.session-talked-over', { organisationId, subjectId: personId, cohortId, session })
    await tell(tx, `person:${personId}`, 'completion:changed', { organisationId })
  })
}
