import { beforeAll, expect, test } from 'vitest'
import { bringInSpecification } from '#modules/accreditation/bring-in-specification.server.ts'
import { registerLearner } from '#modules/accreditation/register-learner.server.ts'
import { awardCourse } from '#modules/awards/award-course.server.ts'
import { awardQualification } from '#modules/awards/award-qualification.server.ts'
import { myAwards } from '#modules/awards/my-awards.server.ts'
import { publishBadge } from '#modules/awards/publish-badge.server.ts'
import { sayParentAgreed } from '#modules/awards/say-parent-agreed.server.ts'
import { takeBackAward } from '#modules/awards/take-back-award.server.ts'
import { verifyBadge } from '#modules/awards/verify-badge.server.ts'
import { acceptClaim } from '#modules/claims/answer-claim.server.ts'
import { enterDetails } from '#modules/claims/enter-details.server.ts'
import { findBatch } from '#modules/claims/find-batch.server.ts'
import { makeBatch } from '#modules/claims/make-batch.server.ts'
import { makeTemplate } from '#modules/claims/make-template.server.ts'
import { sendBatch } from '#modules/claims/send-batch.server.ts'
import { usualColumns } from '#modules/claims/template.ts'
import { addToCohort } from '#modules/cohorts/add-to-cohort.server.ts'
import { findCohort } from '#modules/cohorts/find-cohort.server.ts'
import { markRegister } from '#modules/cohorts/mark-register.server.ts'
import { openCohort } from '#modules/cohorts/open-cohort.server.ts'
import { agreement } from '#modules/completion/agreement.ts'
import { namePolicy } from '#modules/completion/name-policy.server.ts'
import { sayPolicyRead } from '#modules/completion/say-policy-read.server.ts'
import { signAgreement } from '#modules/completion/sign-agreement.server.ts'
import { findCourse } from '#modules/curriculum/find-course.server.ts'
import { theExample } from '#modules/curriculum/the-curriculum.server.ts'
import { unitsOf } from '#modules/curriculum/units-of.ts'
import { newId } from '#modules/db/new-id.ts'
import { joinWithCode } from '#modules/identity/join-with-code.server.ts'
import { makeJoinCode } from '#modules/identity/make-join-code.server.ts'
import { viewerOf } from '#modules/identity/viewer-of.server.ts'
import { addMentee } from '#modules/mentoring/add-mentee.server.ts'
import { pairUp } from '#modules/mentoring/pair-up.server.ts'
import { drawPlan } from '#modules/quality/draw-plan.server.ts'
import { judgeSampled } from '#modules/quality/judge-sampled.server.ts'
import { findPlan } from '#modules/quality/plans.server.ts'
import { signOffLearner } from '#modules/quality/sign-off-learner.server.ts'
import { nextWeekday } from '#prisma/demo/cohorts.ts'
import { goShort } from '#prisma/demo/completion.ts'
import { everyCriterionMet } from '#prisma/demo/every-criterion-met.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from './support/cast.ts'

let cast: Cast
const of = (name: string) => cast.people[name]!
beforeAll(async () => { cast = await theCast() })

test('somebody joins with a code, learns, is assessed and looked over, is claimed for, and holds a certificate and a badge that anybody can check', async () => {
  const { riverside, eastside } = cast
  const where = { address: '10.9.0.1', device: 'a phone' }
  const cohortId = await openCohort(of('grace'), { organisationId: riverside, name: 'Two days in May', pattern: 'two_day', places: 4, firstAt: nextWeekday(1, { weeks: -10, at: '10:00' }), minutes: 330, place: 'The hall' })
  await addToCohort(of('grace'), { cohortId, personId: of('sam').id, part: 'trainer' })
  const { code } = await makeJoinCode(of('sam'), { joinCodeId: newId(), organisationId: riverside, cohortId, places: 1, days: 3 })
  const { personId } = await joinWithCode({ code, name: 'Iris', fullName: 'Iris Nwosu', username: 'iris.nwosu', password: 'a-rope-to-hold-on-to' }, where)
  const iris = await viewerOf(personId)
  const menteeId = await addMentee(of('marcus'), { organisationId: riverside, birdName: 'Plover' })
  const meet = () => pairUp(of('marcus'), { menteeId, mentorId: personId })
  await expect(meet()).rejects.toThrow()

  for (const { id } of (await findCohort(of('sam'), { cohortId })).sittings) await markRegister(of('sam'), { sessionId: id, marks: { [personId]: 'present' } })
  for (const { unit } of unitsOf(findCourse('peer-mentor-level-2'))) await goShort(iris, unit)
  const policyId = newId()
  await namePolicy(of('grace'), { id: policyId, organisationId: riverside, title: 'Safeguarding', datedOn: '2026-01-05' })
  await signAgreement(iris, { organisationId: riverside, version: agreement.version, agreed: 'yes' })
  await expect(meet()).rejects.toThrow()
  await sayPolicyRead(iris, { policyId, read: 'yes' })
  await meet()
  await awardCourse(of('sam'), { id: newId(), cohortId, personId })

  const specificationId = await bringInSpecification(of('ella'), { id: newId(), organisationId: eastside, text: JSON.stringify(theExample) })
  const registrationId = await registerLearner(of('grace'), { id: newId(), organisationId: riverside, personId, specificationId })
  await everyCriterionMet({ learner: iris, assessor: of('noor'), registrationId })
  const planId = await drawPlan(of('owen'), { id: newId(), organisationId: riverside, specificationId, stage: 'summative', size: 3 })
  for (const { id } of (await findPlan(of('owen'), { planId })).sampled) await judgeSampled(of('owen'), { id: newId(), sampledId: id, agrees: true, words: 'It shows this.' })
  await signOffLearner(of('owen'), { id: newId(), registrationId })

  await enterDetails(of('grace'), { id: newId(), registrationId, forenames: 'Iris', surname: 'Nwosu', bornOn: '2010-04-02', uln: '1000000043', revision: 0 })
  const templateId = await makeTemplate(of('grace'), { id: newId(), organisationId: riverside, name: 'An awarding body', columns: usualColumns.map((column) => (column.header === 'Centre number' ? { ...column, fixed: '12345' } : column)), dateFormat: 'dd/mm/yyyy', hasByteOrderMark: true, needsUln: true })
  const batchId = await makeBatch(of('grace'), { id: newId(), organisationId: riverside, specificationId, templateId, registrationIds: [registrationId] })
  await sendBatch(of('grace'), { batchId })
  const { claims: [claim] } = await findBatch(of('grace'), { batchId })
  await acceptClaim(of('grace'), { id: newId(), claimId: claim!.id, certificateNumber: 'L2-000417' })
  await awardQualification(of('grace'), { id: newId(), registrationId })

  const [held, course] = await myAwards(iris)
  expect([held!.certificateNumber, course!.kind]).toEqual(['L2-000417', 'course'])
  const check = async () => (await verifyBadge({ given: Buffer.from(`http://localhost:3000/badges/${held!.badgeId}`), name: 'Iris Nwosu' }, where)).standing
  expect(await check()).toBe('unknown')
  await sayParentAgreed(of('marcus'), { awardId: held!.id })
  await publishBadge(iris, { id: newId(), awardId: held!.id, shows: 'name' })
  expect(await check()).toBe('good')
  await takeBackAward(of('grace'), { awardId: held!.id, reason: 'The number was another learner’s. You will have a new one.' })
  expect(await check()).toBe('taken-back')
}, 120_000)
