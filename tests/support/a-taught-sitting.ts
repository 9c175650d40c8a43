import { randomUUID } from 'node:crypto'
import { after, days } from '#modules/clock.ts'
import { addToCohort } from '#modules/cohorts/add-to-cohort.server.ts'
import { findCohort } from '#modules/cohorts/find-cohort.server.ts'
import { joinCohort } from '#modules/cohorts/join-cohort.server.ts'
import { openCohort } from '#modules/cohorts/open-cohort.server.ts'
import { localOf } from '#modules/cohorts/timetable.ts'
import { raiseConcern } from '#modules/safeguarding/raise-concern.server.ts'
import { answerInRoom } from '#modules/teaching/answer-in-room.server.ts'
import { comeIn } from '#modules/teaching/come-in.server.ts'
import { findTeaching } from '#modules/teaching/find-teaching.server.ts'
import { goToStep } from '#modules/teaching/go-to-step.server.ts'
import { openTeaching } from '#modules/teaching/open-teaching.server.ts'
import { sayStuck } from '#modules/teaching/say-stuck.server.ts'
import type { Cast } from '#prisma/demo/people.ts'

/** A new Riverside course with Sam and Tess as its trainers and these learners. */
export async function aCourse({ people, riverside }: Cast, learners = ['amara', 'jay', 'priya']): Promise<{ cohortId: string; sessionIds: string[] }> {
  const cohortId = await openCohort(people.grace!, { organisationId: riverside, name: 'Mentor course', pattern: 'five_session', places: 14, firstAt: localOf(after(days(1)), 'Europe/London'), minutes: 120, place: 'Room 12' })
  for (const trainer of ['sam', 'tess']) await addToCohort(people.grace!, { cohortId, personId: people[trainer]!.id, part: 'trainer' })
  for (const learner of learners) await joinCohort(people[learner]!, { cohortId })
  return { cohortId, sessionIds: (await findCohort(people.grace!, { cohortId })).sittings.map((sitting) => sitting.id) }
}

/** The same with its first sitting opened by Sam. */
export async function aTaughtSitting(cast: Cast, learners?: string[]): Promise<{ cohortId: string; sessionId: string }> {
  const { cohortId, sessionIds } = await aCourse(cast, learners)
  const sessionId = sessionIds[0]!
  await openTeaching(cast.people.sam!, { sessionId })
  return { cohortId, sessionId }
}

/** The same in the middle of it: three have answered in a line and it is on the screen, a fourth has too and waits; one is stuck, one has not come. Sam is worried about an answer and has handed it on. */
export async function aRoomFullOfAnswers(cast: Cast): Promise<{ cohortId: string; sessionId: string; questionId: string }> {
  const sitting = await aTaughtSitting(cast, ['amara', 'jay', 'priya', 'dylan', 'sofia'])
  const { sessionId } = sitting
  const step = (await findTeaching(cast.people.sam!, { sessionId })).steps.find((one) => one.question?.options === null)!
  await goToStep(cast.people.sam!, { sessionId, afterNumber: 1, place: step.place })
  const questionId = step.question!.id
  for (const name of ['amara', 'jay', 'priya']) await comeIn(cast.people[name]!, { sessionId })
  for (const name of ['amara', 'jay', 'priya', 'dylan']) await answerInRoom(cast.people[name]!, { sessionId, questionId, words: `What helped most was somebody who asked ${name}`, answerId: randomUUID() })
  await sayStuck(cast.people.jay!, { sessionId, stuckId: randomUUID() })
  const [answer] = (await findTeaching(cast.people.sam!, { sessionId })).screen!.words
  await raiseConcern(cast.people.sam!, { id: randomUUID(), organisationId: cast.riverside, who: 'Somebody in the session', what: 'What they wrote sounds as if they are alone with it.', danger: 'unsure', answerId: answer!.id })
  return { ...sitting, questionId }
}
