import { after, days } from '#modules/clock.ts'
import { agreement } from '#modules/completion/agreement.ts'
import { namePolicy } from '#modules/completion/name-policy.server.ts'
import { sayPolicyRead } from '#modules/completion/say-policy-read.server.ts'
import { sayTrainedBefore } from '#modules/completion/say-trained-before.server.ts'
import { signAgreement } from '#modules/completion/sign-agreement.server.ts'
import { talkOverSession } from '#modules/completion/talk-over-session.server.ts'
import { findCourse } from '#modules/curriculum/find-course.server.ts'
import type { Unit } from '#modules/curriculum/schema.ts'
import type { Viewer } from '#modules/db/viewer.ts'
import { newId } from '#modules/db/new-id.ts'
import { findUnitForLearner } from '#modules/learning/find-unit-for-learner.server.ts'
import { leftToDo } from '#modules/learning/left-to-do.ts'
import type { Taught } from './cohorts.ts'
import { course, goThrough } from './learning.ts'
import type { Cast } from './people.ts'
import { wayThrough } from './way-through.ts'

const on = (ms: number) => after(ms).toISOString().slice(0, 10)

/**
 * What lets a mentor meet a mentee. The seven who do were trained on paper before their setting came to Belay, as their coordinators saw, and
 * learn the whole course now; the units about keeping safe they did first. Rosa did everything here and waits to be matched; Idris missed a day.
 */
export async function fillCompletion({ people, riverside, harbour }: Cast, { through, summerCohort }: Taught) {
  const { safeguarding, sessions } = findCourse(course)
  const all = sessions.flatMap(({ units }) => units)
  const safe = all.filter(({ id }) => safeguarding.includes(id))

  const policies = { [riverside]: newId(), [harbour]: newId() }
  await namePolicy(people.grace!, { id: policies[riverside]!, organisationId: riverside, title: 'Riverside safeguarding policy', datedOn: on(-days(80)), address: 'https://riverside.example/safeguarding' })
  await namePolicy(people.cass!, { id: policies[harbour]!, organisationId: harbour, title: 'Keeping young people safe at Harbour', datedOn: on(-days(200)) })
  const trainedBefore = (by: Viewer, mentor: Viewer, organisationId: string, units: readonly Unit[]) => makeReady(by, mentor, { organisationId, policyId: policies[organisationId]!, units })
  await Promise.all([
    ...['amara', 'jay', 'priya', 'dylan', 'sofia', 'kofi'].map((name) => trainedBefore(people.grace!, people[name]!, riverside, safe)),
    trainedBefore(people.cass!, people.zia!, harbour, safe),
    // Idris missed the second day; one part of it has been talked over.
    talkOverSession(people.sam!, { id: newId(), cohortId: summerCohort, personId: through[1]!.id, session: 4 }),
    ...through.map(async (mentor, who) => {
      for (const unit of who === 0 ? all : all.slice(0, 6)) await goShort(mentor, unit)
      if (who === 0) await sign(mentor, riverside, policies[riverside]!)
    }),
  ])
}

/** A mentor who was trained on paper gets ready: their coordinator saw the certificate, and they do what everybody does here. */
export async function makeReady(by: Viewer, mentor: Viewer, { organisationId, policyId, units }: { organisationId: string; policyId: string; units: readonly Unit[] }) {
  await sayTrainedBefore(by, { id: newId(), organisationId, personId: mentor.id, seen: 'certificate', endedOn: on(-days(120)) })
  for (const unit of units) await goShort(mentor, unit)
  await sign(mentor, organisationId, policyId)
}

async function sign(mentor: Viewer, organisationId: string, policyId: string) {
  await signAgreement(mentor, { organisationId, version: agreement.version, agreed: 'yes' })
  await sayPolicyRead(mentor, { policyId, read: 'yes' })
}

/** A unit, answering what everybody has to; one that is done already is left as it is. */
export const goShort = async (viewer: Viewer, unit: Unit) => {
  if ((await findUnitForLearner(viewer, course, unit.slug)).place.state === 'finished') return
  const asked = new Set(leftToDo(unit, []).map(({ id }) => id))
  await goThrough(viewer, unit, wayThrough(unit, 1).filter(({ cardId }) => asked.has(cardId)))
}
