import { namePolicy } from '#modules/completion/name-policy.server.ts'
import { findCourse } from '#modules/curriculum/find-course.server.ts'
import { unitsOf } from '#modules/curriculum/units-of.ts'
import { newId } from '#modules/db/new-id.ts'
import { makeReady } from '#prisma/demo/completion.ts'
import type { Cast } from '#prisma/demo/people.ts'

/** The units about keeping safe. */
export function safeUnits() {
  const course = findCourse('peer-mentor-level-2')
  return unitsOf(course).map(({ unit }) => unit).filter(({ id }) => course.safeguarding.includes(id))
}

/** Makes these mentors of Riverside ready to meet a mentee, as the demo's are. Gives back the id of the policy they read. */
export async function readyMentors({ people, riverside }: Cast, usernames: readonly string[]): Promise<string> {
  const policyId = await namePolicy(people.grace!, { id: newId(), organisationId: riverside, title: 'Riverside safeguarding policy', datedOn: '2026-01-05' })
  await Promise.all(usernames.map((username) => makeReady(people.grace!, people[username]!, { organisationId: riverside, policyId, units: safeUnits() })))
  return policyId
}
