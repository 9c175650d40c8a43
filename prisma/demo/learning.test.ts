import { expect, test } from 'vitest'
import { findCourseForLearner } from '#modules/learning/courses.server.ts'
import { nextStep } from '#modules/learning/next-step.server.ts'
import { progressOfCohort } from '#modules/learning/progress-of-cohort.server.ts'
import { theCast } from '#tests/support/cast.ts'
import { fillCohorts } from './cohorts.ts'
import { fillLearning } from './learning.ts'
import { fillOrganisations } from './organisations.ts'

test('the demo’s cohort is half-way: what was taught is mostly done, what comes is not begun, and nobody is alike', async () => {
  const cast = await theCast()
  await fillOrganisations(cast)
  const taught = await fillCohorts(cast)
  await fillLearning(cast, taught)

  const { sessions } = await findCourseForLearner(cast.people.jay!, 'peer-mentor-level-2')
  expect(sessions.slice(0, 3).flatMap(({ units }) => units.map(({ state }) => state)).every((state) => state === 'finished')).toBe(true)
  expect(sessions.slice(3).flatMap(({ units }) => units.map(({ state }) => state)).every((state) => state === 'not-begun')).toBe(true)
  expect(await nextStep(cast.people.amara!)).toMatchObject({ state: 'under-way' })
  expect(await nextStep(cast.people.zia!)).toMatchObject({ state: 'not-begun', sessionNumber: 1 })
  expect(await nextStep(taught.early)).toMatchObject({ state: 'under-way', unitSlug: 'a-professional-friend' })

  const { people } = await progressOfCohort(cast.people.sam!, { cohortId: taught.riversideCohort })
  expect(people).toHaveLength(14)
  expect(people.every(({ units }) => units[0]!.state === 'finished')).toBe(true)
  expect(people.flatMap(({ stuck }) => stuck?.why ?? []).sort()).toEqual(['in-a-unit', 'quiet'])
}, 60_000)
