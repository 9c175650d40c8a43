import { beforeAll, test } from 'vitest'
import { bringInSpecification } from '#modules/accreditation/bring-in-specification.server.ts'
import { decideCriterion } from '#modules/accreditation/decide-criterion.server.ts'
import { findMatrix } from '#modules/accreditation/find-matrix.server.ts'
import { handInEvidence } from '#modules/accreditation/hand-in-evidence.server.ts'
import { markOf } from '#modules/accreditation/look-for-names.server.ts'
import { registerLearner } from '#modules/accreditation/register-learner.server.ts'
import { awardQualification } from '#modules/awards/award-qualification.server.ts'
import { takeBackAward } from '#modules/awards/take-back-award.server.ts'
import { acceptClaim } from '#modules/claims/answer-claim.server.ts'
import { enterDetails } from '#modules/claims/enter-details.server.ts'
import { findBatch } from '#modules/claims/find-batch.server.ts'
import { makeBatch } from '#modules/claims/make-batch.server.ts'
import { makeTemplate } from '#modules/claims/make-template.server.ts'
import { sendBatch } from '#modules/claims/send-batch.server.ts'
import { usualColumns } from '#modules/claims/template.ts'
import { theExample } from '#modules/curriculum/the-curriculum.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { drawPlan } from '#modules/quality/draw-plan.server.ts'
import { judgeSampled } from '#modules/quality/judge-sampled.server.ts'
import { findPlan } from '#modules/quality/plans.server.ts'
import { signOffLearner } from '#modules/quality/sign-off-learner.server.ts'
import { everyCriterionMet } from '#prisma/demo/every-criterion-met.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from './support/cast.ts'
import { expectWholeOrNot } from './support/expect-whole-or-not.ts'

let cast: Cast
const of = (name: string) => cast.people[name]!
beforeAll(async () => { cast = await theCast() })

test('from the hand-in to the certificate and back: a process killed on the way leaves each step whole or undone, and pressed again it is there once', async () => {
  const { riverside, eastside } = cast
  const specificationId = await bringInSpecification(of('ella'), { id: newId(), organisationId: eastside, text: JSON.stringify(theExample) })
  const registrationId = await registerLearner(of('grace'), { id: newId(), organisationId: riverside, personId: of('jay').id, specificationId })
  const criterion = (await findMatrix(of('jay'), { registrationId })).units.flatMap((unit) => unit.criteria).find((one) => one.shownBy.includes('reflection'))!
  const [evidenceId, words] = [newId(), 'I said at the start what I could not keep to myself.']

  await expectWholeOrNot('modules/accreditation/hand-in-evidence.server.ts', handInEvidence, of('jay'),
    { id: evidenceId, registrationId, kind: 'reflection', words, criterionIds: [criterion.id], declared: true, looked: markOf(words) }, ['Evidence', 'EvidenceCriterion', 'RowKey'])
  await expectWholeOrNot('modules/accreditation/decide-criterion.server.ts', decideCriterion, of('noor'),
    { id: newId(), registrationId, criterionId: criterion.id, attempt: 1, evidenceIds: [evidenceId], outcome: 'met', isValid: true, isAuthentic: true, isCurrent: true, isSufficient: true, feedback: 'This shows it.' }, ['Decision', 'EvidenceCriterion', 'RowKey'])

  await everyCriterionMet({ learner: of('jay'), assessor: of('noor'), registrationId })
  const planId = await drawPlan(of('owen'), { id: newId(), organisationId: riverside, specificationId, stage: 'summative', size: 3 })
  for (const { id } of (await findPlan(of('owen'), { planId })).sampled) await judgeSampled(of('owen'), { id: newId(), sampledId: id, agrees: true, words: 'It shows this.' })
  await expectWholeOrNot('modules/quality/sign-off-learner.server.ts', signOffLearner, of('owen'), { id: newId(), registrationId }, ['SignOff'])

  await enterDetails(of('grace'), { id: newId(), registrationId, forenames: 'Jay', surname: 'Patel', bornOn: '2009-03-02', uln: '1000000043', revision: 0 })
  const templateId = await makeTemplate(of('grace'), { id: newId(), organisationId: riverside, name: 'An awarding body', columns: usualColumns.map((column) => (column.header === 'Centre number' ? { ...column, fixed: '12345' } : column)), dateFormat: 'dd/mm/yyyy', hasByteOrderMark: true, needsUln: true })
  const batchId = newId()
  await expectWholeOrNot('modules/claims/make-batch.server.ts', makeBatch, of('grace'), { id: batchId, organisationId: riverside, specificationId, templateId, registrationIds: [registrationId] }, ['Claim', 'ClaimBatch', 'ClaimState'])
  await sendBatch(of('grace'), { batchId })
  const { claims: [claim] } = await findBatch(of('grace'), { batchId })
  await expectWholeOrNot('modules/claims/answer-claim.server.ts', acceptClaim, of('grace'), { id: newId(), claimId: claim!.id, certificateNumber: 'L2-000417' }, ['ClaimState'])

  const awardId = newId()
  await expectWholeOrNot('modules/awards/award-qualification.server.ts', awardQualification, of('grace'), { id: awardId, registrationId }, ['Award'])
  await expectWholeOrNot('modules/awards/take-back-award.server.ts', takeBackAward, of('grace'), { id: newId(), awardId, reason: 'The number was another learner’s.' }, ['AwardTakenBack', 'RowKey'])
}, process.env.BELAY_SOAK ? 900_000 : 180_000)
