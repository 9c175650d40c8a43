import { expect, test } from 'vitest'
import { findCohort } from '#modules/cohorts/find-cohort.server.ts'
import { sessionsAhead } from '#modules/cohorts/sessions-ahead.server.ts'
import { demoMenteeCode } from '#modules/mentoring/demo-mentee-code.ts'
import { findVisit } from '#modules/mentoring/find-visit.server.ts'
import { letMenteeIn } from '#modules/mentoring/let-mentee-in.server.ts'
import { lookUpVisit } from '#modules/mentoring/look-up-visit.server.ts'
import { readiness } from '#modules/organisations/readiness.server.ts'
import { countTotals } from '#modules/figures/count-totals.server.ts'
import { settingsSupported } from '#modules/organisations/settings-supported.server.ts'
import { trainerCohortsOf } from '#modules/trainers/trainer-cohorts-of.server.ts'
import { theCast } from '#tests/support/cast.ts'
import { fillCohorts } from './cohorts.ts'
import { fillCompletion } from './completion.ts'
import { fillMentoring } from './mentoring.ts'
import { fillOrganisations } from './organisations.ts'
import { fillTrainers } from './trainers.ts'

test('the demo has a course half-way, a weekend to come, trainers in training and a mentee’s code', async () => {
  const cast = await theCast()
  await fillOrganisations(cast)
  const taught = await fillCohorts(cast)
  const { riversideCohort } = taught
  await fillCompletion(cast, taught)
  await fillMentoring(cast)
  await fillTrainers(cast)
  const { grace, amara, tess, ella, cass } = cast.people

  const course = await findCohort(grace!, { cohortId: riversideCohort })
  expect(course).toMatchObject({ placedCount: 14, waitingCount: 2 })
  expect(course.sittings.map((sitting) => [sitting.isOver, sitting.marked])).toEqual([[true, 14], [true, 14], [true, 14], [false, 0], [false, 0]])
  expect(await sessionsAhead(amara!)).toMatchObject([{ cohortName: 'Mentor course, autumn', title: 'Taking notice', onRegister: 14, part: 'learner' }])
  expect((await trainerCohortsOf(grace!)).cohorts).toMatchObject([{ name: 'Train the Trainer, autumn', people: 4, mine: 2, places: 8 }])
  expect((await trainerCohortsOf(tess!)).cohorts.length).toBe(1)
  expect((await readiness(cass!, cast.harbour)).filter((row) => row.isThere).map((row) => row.label)).toContain('Terms')
  await countTotals()
  expect(await settingsSupported(ella!)).toMatchObject([{ name: 'Harbour Youth Club', mentors: null, learning: null, pairs: null }, { name: 'Riverside Academy', mentors: 20, learning: 15, pairs: null }])

  const { token } = await letMenteeIn({ code: demoMenteeCode }, { address: '10.2.0.1' })
  expect(await findVisit((await lookUpVisit(token))!.visitor)).toMatchObject({ birdName: 'Kestrel', mentor: 'Amara' })
}, 120_000)
