import { registerLearner } from '#modules/accreditation/register-learner.server.ts'
import { after, days, minutes } from '#modules/clock.ts'
import { newId } from '#modules/db/new-id.ts'
import { answerAction } from '#modules/quality/answer-action.server.ts'
import { drawPlan } from '#modules/quality/draw-plan.server.ts'
import { findOpenedDecision } from '#modules/quality/find-opened.server.ts'
import { judgeSampled } from '#modules/quality/judge-sampled.server.ts'
import { openToExternal } from '#modules/quality/open-to-external.server.ts'
import { findPlan } from '#modules/quality/plans.server.ts'
import { recordQualification } from '#modules/quality/record-qualification.server.ts'
import { settleAction } from '#modules/quality/settle-action.server.ts'
import { signOffLearner } from '#modules/quality/sign-off-learner.server.ts'
import { everyCriterionMet } from './every-criterion-met.ts'
import { whatToStandardise } from '#modules/quality/standardisation.server.ts'
import { strikeQualification } from '#modules/quality/strike-qualification.server.ts'
import { strikeSignOff } from '#modules/quality/strike-sign-off.server.ts'
import { writeStandardisation } from '#modules/quality/write-standardisation.server.ts'
import type { Cast } from './people.ts'

const day = (count: number) => after(days(count)).toISOString().slice(0, 10)

/** One sample looked through, its action answered and settled, and the learner signed off; one on the way, with an action open and decisions that wait. */
export async function fillQuality({ people, riverside }: Cast, { registrations, specificationId }: { registrations: Record<string, string>; specificationId: string }) {
  const [owen, noor] = [people.owen!, people.noor!]
  const draw = async (stage: 'interim' | 'summative', size: number) => {
    const planId = await drawPlan(owen, { id: newId(), organisationId: riverside, specificationId, stage, size })
    return { planId, sampled: (await findPlan(owen, { planId })).sampled }
  }
  const { planId: looked, sampled: [asked, ...others] } = await draw('summative', 3)
  const actionId = newId()
  await judgeSampled(owen, { id: newId(), sampledId: asked!.id, agrees: false, words: 'I would have met it too, and what you wrote to the learner does not say which part shows it.', actionId, asks: 'Say to me which lines you went by, and name them to learners from now on.', dueOn: day(5) })
  await answerAction(noor, { id: newId(), actionId, words: 'I went by the sentence about telling our youth worker the same day. I keep the decision, and I will name the line next time.' })
  await settleAction(owen, { actionId })
  for (const { id } of others) await judgeSampled(owen, { id: newId(), sampledId: id, agrees: true, words: 'The evidence shows it, and the words to the learner are kind and plain.' })
  const tooSoon = newId()
  await signOffLearner(owen, { id: tooSoon, registrationId: registrations.kofi! })
  await strikeSignOff(owen, { signOffId: tooSoon, why: 'I signed before I had read the answer to my action. I have read it now.' })
  await signOffLearner(owen, { id: newId(), registrationId: registrations.kofi! })

  // The sample is open to the external quality assurer for a fortnight, and she has looked at one decision of it.
  const openingId = newId()
  await openToExternal(owen, { id: openingId, planId: looked, personId: people.eve!.id, opensAt: after(-minutes(1)), closesAt: after(days(14)) })
  await findOpenedDecision(people.eve!, { openingId, sampledId: asked!.id })

  await recordQualification(people.grace!, { id: newId(), organisationId: riverside, personId: owen.id, kind: 'quality_assuring', title: 'Level 4 award in internal quality assurance', doneOn: day(-1060), validUntil: day(35) })
  await recordQualification(owen, { id: newId(), organisationId: riverside, personId: noor.id, kind: 'assessing', title: 'Level 3 award in assessing', doneOn: day(-500), validUntil: day(595) })
  const wrong = newId()
  await recordQualification(people.grace!, { id: wrong, organisationId: riverside, personId: noor.id, kind: 'assessing', title: 'Level 3 award in assessing', doneOn: day(-50), validUntil: day(595) })
  await strikeQualification(people.grace!, { qualificationId: wrong, why: 'I wrote down the day I saw the paper, and not the day on it.' })
  await recordQualification(owen, { id: newId(), organisationId: riverside, personId: noor.id, kind: 'development', title: 'A day on writing feedback young people can use', doneOn: day(-40), hours: 6 })
  const [about] = await whatToStandardise(noor)
  await writeStandardisation(noor, { id: newId(), organisationId: riverside, specificationId, heldOn: day(-12), presentIds: [owen.id, noor.id], criterionIds: about!.units[0]!.criteria.slice(0, 2).map(({ id }) => id),
    agreed: 'We each marked the same three reflections. “In your own words” is met by two clear sentences, also with mistakes in spelling. A list of tasks without why is not yet.' })

  const { sampled: onTheWay } = await draw('interim', 4)
  const doubtful = onTheWay.find(({ number }) => number === 'EX1 1.4')!
  await judgeSampled(owen, { id: newId(), sampledId: doubtful.id, agrees: false, words: 'It tells of turning up, and the mentee says so. Why it matters to a mentee is only half said.', actionId: newId(), asks: 'Look at it again: is it enough for “say why”? If not, ask for one line more.', dueOn: day(9) })
  // A learner who has just been met in everything: what the next sample can be drawn from, and somebody to sign off.
  registrations.dylan = await registerLearner(people.grace!, { id: newId(), organisationId: riverside, personId: people.dylan!.id, specificationId })
  await everyCriterionMet({ learner: people.dylan!, assessor: noor, registrationId: registrations.dylan }, { says: {
    reflection: 'My mentee wanted to be braver about asking questions in class. We made it small: one question, in one lesson, to one teacher. The first week it did not happen. I did not say it was fine; I asked what got in the way, and we picked another lesson. When it worked they told me before they had sat down.',
    answer: 'I tell them at the start what I can keep between us and what I cannot. If I hear that somebody is not safe I say that I have to pass it on, and to whom, and I do it that day. I write their words and the time, and nothing I only guess.',
    feedback: 'You show it in something you did, and you say why.' } })
  const clear = onTheWay.find(({ number }) => number === 'EX1 1.1')!
  await judgeSampled(owen, { id: newId(), sampledId: clear.id, agrees: true, words: 'Yes: their own words, and what a mentor is not.' })
}
