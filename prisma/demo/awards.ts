import { awardCourse } from '#modules/awards/award-course.server.ts'
import { awardQualification } from '#modules/awards/award-qualification.server.ts'
import { publishBadge } from '#modules/awards/publish-badge.server.ts'
import { sayParentAgreed } from '#modules/awards/say-parent-agreed.server.ts'
import { takeBackAward } from '#modules/awards/take-back-award.server.ts'
import { sayThirteenOrOlder } from '#modules/organisations/thirteen-or-older.server.ts'
import { newId } from '#modules/db/new-id.ts'
import type { Taught } from './cohorts.ts'
import type { Cast } from './people.ts'

/**
 * Rosa did the whole summer course. Her first certificate was taken back for its date and made out again; her parent said yes, because Belay does not
 * know how old she is, and she shows the badge with her first name. Of the next on that course Marcus has said that they are 13 or older. Sofia has the qualification and keeps her badge to herself.
 */
export async function fillAwards({ people, riverside }: Cast, { through, summerCohort }: Taught, { sofia }: { sofia: string }) {
  const rosa = through[0]!
  const [early, late] = [newId(), newId()]
  await awardCourse(people.sam!, { id: early, cohortId: summerCohort, personId: rosa.id })
  await takeBackAward(people.grace!, { awardId: early, reason: 'The day on it was wrong. Nothing you did: you have a new one with the right day.' })
  await awardCourse(people.grace!, { id: late, cohortId: summerCohort, personId: rosa.id })
  await sayParentAgreed(people.marcus!, { awardId: late })
  await sayThirteenOrOlder(people.marcus!, { id: newId(), organisationId: riverside, personId: through[1]!.id })
  await publishBadge(rosa, { id: newId(), awardId: late, shows: 'name' })
  await awardQualification(people.grace!, { id: newId(), registrationId: sofia })
}
