import { addToCohort } from '#modules/cohorts/add-to-cohort.server.ts'
import { findCohort } from '#modules/cohorts/find-cohort.server.ts'
import { joinCohort } from '#modules/cohorts/join-cohort.server.ts'
import { markRegister } from '#modules/cohorts/mark-register.server.ts'
import { openCohort } from '#modules/cohorts/open-cohort.server.ts'
import { findCourse } from '#modules/curriculum/find-course.server.ts'
import { unitsOf } from '#modules/curriculum/units-of.ts'
import { goShort } from '#prisma/demo/completion.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { after, days } from '#modules/clock.ts'

/** A past course of Riverside's, taught by Sam: `complete` were at every sitting and did every unit, `others` were there and did none. */
export async function aCourseDone({ people, riverside }: Cast, { complete, others = [] }: { complete: readonly string[]; others?: readonly string[] }): Promise<string> {
  const cohortId = await openCohort(people.grace!, { organisationId: riverside, name: 'Mentor course, spring', pattern: 'two_day', places: 12, firstAt: after(-days(60)).toISOString().slice(0, 16), minutes: 330, place: 'The library' })
  await addToCohort(people.grace!, { cohortId, personId: people.sam!.id, part: 'trainer' })
  for (const name of [...complete, ...others]) await joinCohort(people[name]!, { cohortId })
  const { sittings } = await findCohort(people.sam!, { cohortId })
  for (const { id } of sittings) await markRegister(people.sam!, { sessionId: id, marks: Object.fromEntries([...complete, ...others].map((name) => [people[name]!.id, 'present' as const])) })
  const units = unitsOf(findCourse('peer-mentor-level-2')).map(({ unit }) => unit)
  await Promise.all(complete.map(async (name) => { for (const unit of units) await goShort(people[name]!, unit) }))
  return cohortId
}
