import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { completion } from './completion.ts'
import { gatherFacts } from './parts/gather-facts.server.ts'
import { mentorCourse } from './parts/mentor-course.server.ts'
import { isTrainedByMe } from './parts/trained-by-me.server.ts'
import { may } from './policy.ts'

export const FindLearner = z.object({ cohortId: z.uuid(), personId: z.uuid() })

/** One learner of a mentor course: what is left before they can be matched, session by session, and what the viewer may write down. */
export const findLearner = (viewer: Viewer, input: z.input<typeof FindLearner>) => read(viewer, async (tx) => {
  const { cohortId, personId } = FindLearner.parse(input)
  const course = mentorCourse()
  const cohort = await tx.cohort.findUnique({ where: { id: cohortId }, include: { members: { where: { personId, part: 'learner', placedAt: { not: null } }, include: { person: { select: { id: true, name: true, fullName: true } } } } } })
  const person = cohort?.members[0]?.person as { id: string; name: string; fullName: string } | null | undefined
  if (!cohort || cohort.courseId !== course.id || !person) throw new NotFound()
  const of = { organisationId: cohort.organisationId, personId, isTrainedByMe: await isTrainedByMe(tx, { personId, organisationId: cohort.organisationId }) }
  authorize(may.see, viewer, of)
  const facts = (await gatherFacts(tx, { organisationId: cohort.organisationId, personIds: [personId], course })).get(personId)!
  const names = new Map((await tx.person.findMany({ where: { id: { in: facts.talkedOver.map(({ byId }) => byId) } }, select: { id: true, name: true } })).map(({ id, name }) => [id, name]))
  return {
    person, cohort: { id: cohort.id, name: cohort.name, organisationId: cohort.organisationId },
    ...completion(facts),
    sessions: facts.sessions.map((session) => {
      const units = facts.units.filter((unit) => unit.session === session.number)
      const talk = facts.talkedOver.find((row) => row.session === session.number)
      return { ...session, units: units.length, unitsDone: units.filter(({ isFinished }) => isFinished).length, talkedOver: talk ? { at: talk.at, by: names.get(talk.byId) ?? 'a colleague' } : null }
    }),
    can: { talkOver: may.talkOver(viewer, of), sayTrainedBefore: may.sayTrainedBefore(viewer, of) },
  }
})
