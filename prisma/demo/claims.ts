import { registerLearner } from '#modules/accreditation/register-learner.server.ts'
import { acceptClaim, queryClaim, sendClaimAgain } from '#modules/claims/answer-claim.server.ts'
import { enterDetails } from '#modules/claims/enter-details.server.ts'
import { findBatch } from '#modules/claims/find-batch.server.ts'
import { makeBatch } from '#modules/claims/make-batch.server.ts'
import { makeTemplate } from '#modules/claims/make-template.server.ts'
import { sendBatch } from '#modules/claims/send-batch.server.ts'
import { usualColumns } from '#modules/claims/template.ts'
import { newId } from '#modules/db/new-id.ts'
import { signOffLearner } from '#modules/quality/sign-off-learner.server.ts'
import { everyCriterionMet } from './every-criterion-met.ts'
import type { Cast } from './people.ts'

/** One learner claimed for, asked about and accepted; one who is ready, so that somebody can make a batch; one whose number is not known yet. */
export async function fillClaims({ people, riverside }: Cast, { registrations, specificationId }: { registrations: Record<string, string>; specificationId: string }): Promise<{ sofia: string }> {
  const grace = people.grace!
  const sofia = await registerLearner(grace, { id: newId(), organisationId: riverside, personId: people.sofia!.id, specificationId })
  await everyCriterionMet({ learner: people.sofia!, assessor: people.noor!, registrationId: sofia })
  await signOffLearner(people.owen!, { id: newId(), registrationId: sofia })
  const enter = (registrationId: string, forenames: string, surname: string, bornOn: string, uln: string, revision = 0) => enterDetails(grace, { id: newId(), registrationId, forenames, surname, bornOn, uln, revision })
  await enter(sofia, 'Sofia', 'Russo', '2011-06-17', '1000000043')
  await enter(registrations.kofi!, 'Kofi Yaw', 'Mensah', '2009-09-09', '9276308686')
  await enter(registrations.amara!, 'Amara Chidinma', 'Okonjo', '2011-03-14', '')
  const columns = usualColumns.map((column) => (column.header === 'Centre number' ? { ...column, fixed: '00000 (example)' } : column))
  const templateId = await makeTemplate(grace, { id: newId(), organisationId: riverside, name: 'Example awarding body', columns, dateFormat: 'dd/mm/yyyy', hasByteOrderMark: true, needsUln: true })
  const batchId = await makeBatch(grace, { id: newId(), organisationId: riverside, specificationId, templateId, registrationIds: [sofia] })
  await sendBatch(grace, { batchId })
  const { claims: [claim] } = await findBatch(grace, { batchId })
  await queryClaim(grace, { id: newId(), claimId: claim!.id, reason: 'The first names do not match the learner’s record: there is a second one.' })
  await enter(sofia, 'Sofia Maria', 'Russo', '2011-06-17', '1000000043', 1)
  await sendClaimAgain(grace, { id: newId(), claimId: claim!.id })
  await acceptClaim(grace, { id: newId(), claimId: claim!.id, certificateNumber: 'EXAMPLE-0001' })
  return { sofia }
}
