import sharp from 'sharp'
import { bringInSpecification } from '#modules/accreditation/bring-in-specification.server.ts'
import { decideCriterion } from '#modules/accreditation/decide-criterion.server.ts'
import { findMatrix } from '#modules/accreditation/find-matrix.server.ts'
import { handInEvidence } from '#modules/accreditation/hand-in-evidence.server.ts'
import { handInWork } from '#modules/accreditation/hand-in-work.server.ts'
import { keepFile } from '#modules/accreditation/keep-file.server.ts'
import { markOf } from '#modules/accreditation/look-for-names.server.ts'
import { registerLearner } from '#modules/accreditation/register-learner.server.ts'
import { writeStatement } from '#modules/accreditation/write-statement.server.ts'
import { theExample } from '#modules/curriculum/the-curriculum.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { everyCriterionMet } from './every-criterion-met.ts'
import type { Cast } from './people.ts'

/** What was handed in: by whom, for which criteria, and what an assessor said of it, if anybody has. */
const handedIn: { who: string; words: string; shows: string[]; decided?: { outcome: 'met' | 'not_yet'; feedback: string } }[] = [
  { who: 'amara', shows: ['EX1 1.1'], words: 'A peer mentor is somebody a few years older who turns up, listens and stays honest. I am not there to fix my mentee. I am there so they are not on their own with it.',
    decided: { outcome: 'met', feedback: 'You say it in your own words, and you say what a mentor is not. “Not on their own with it” is the heart of it.' } },
  { who: 'amara', shows: ['EX1 1.4'], words: 'I came every week at the same time. In week three my mentee said they had not been sure I would. That is when I saw why turning up counts.',
    decided: { outcome: 'met', feedback: 'A real moment, and you saw what it meant to them. Thank you for writing it down.' } },
  { who: 'amara', shows: ['EX5 1.1'], words: 'I nearly jumped in with advice, but I waited, and my mentee went on talking.',
    decided: { outcome: 'not_yet', feedback: 'You noticed the moment, and you waited: good. Tell me what you said or did next, so I can hear the listening. Two or three more lines would show it.' } },
  { who: 'amara', shows: ['EX5 1.3', 'EX6 1.1'], words: 'I told my mentee: you practised that trick for a week and did not give up when it went wrong in front of everybody. Naming it like that is something I do well. What I find hard is the quiet afterwards.' },
  { who: 'jay', shows: ['EX2 1.2'], words: 'I do not message at night. If my mentee needs somebody then, there are people whose job it is, and I would be tired and get it wrong.' },
]

/** A page from a notebook, as somebody would photograph it: a wish, three steps and the first one ticked. */
const planDrawn = `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="960"><rect width="720" height="960" fill="#c9b79c"/><g transform="rotate(-2 360 480)"><rect x="70" y="60" width="580" height="840" fill="#fbf8ef"/>
  ${Array.from({ length: 13 }, (_, line) => `<path d="M100 ${150 + line * 56}H620" stroke="#c8d6e5" stroke-width="2"/>`).join('')}<g fill="none" stroke="#2b3a67" stroke-width="7" stroke-linecap="round">
  <path d="M150 140q40 -40 80 0t80 0t80 0t80 0t80 0"/>${[300, 470, 640].map((y, step) => `<rect x="130" y="${y}" width="54" height="54" rx="8"/><path d="M220 ${y + 20}q30 -22 60 0t60 0t60 0t60 0${step === 1 ? '' : 't60 0'}M220 ${y + 52}q30 -22 60 0t60 0t60 0"/>`).join('')}
  <path d="M142 326l16 20l34 -48" stroke="#2f855a" stroke-width="10"/><path d="M560 800q50 -90 -20 -150m0 0l-6 40m6 -40l38 14" stroke="#b7791f"/></g></g></svg>`

/** The example specification, four learners on it, evidence in every state: some met, one not yet, some that waits for the assessor, and one learner met in everything. */
export async function fillAccreditation({ people, eastside, riverside }: Cast) {
  const specificationId = await bringInSpecification(people.ella!, { id: newId(), organisationId: eastside, text: JSON.stringify(theExample) })
  const registrations: Record<string, string> = {}
  for (const name of ['amara', 'jay', 'priya', 'kofi']) registrations[name] = await registerLearner(people.grace!, { id: newId(), organisationId: riverside, personId: people[name]!.id, specificationId })
  const { units } = await findMatrix(people.noor!, { registrationId: registrations.amara! })
  const criterionOf = (number: string) => units.flatMap((unit) => unit.criteria.map((one) => ({ ...one, number: `${unit.ref} ${one.number}` }))).find((one) => one.number === number)!.id

  for (const { who, words, shows, decided } of handedIn) {
    const [id, registrationId, criterionIds] = [newId(), registrations[who]!, shows.map(criterionOf)]
    await handInEvidence(people[who]!, { id, registrationId, kind: 'reflection', words, criterionIds, declared: true, looked: markOf(words) })
    const isWhole = decided?.outcome === 'met'
    if (decided) await decideCriterion(people.noor!, { id: newId(), registrationId, criterionId: criterionIds[0]!, attempt: 1, evidenceIds: [id], ...decided, isValid: true, isAuthentic: true, isCurrent: true, isSufficient: isWhole })
  }
  const plan = { words: 'The plan my mentee and I drew for getting to swimming club. The wish is at the top, then three steps. They ticked the first one themself.', shows: [criterionOf('EX5 1.4')] }
  const fileId = await keepFile(people.jay!, { registrationId: registrations.jay!, bytes: await sharp(Buffer.from(planDrawn)).jpeg().toBuffer(), saidType: 'image/jpeg', name: 'IMG_2107.jpg' })
  await handInWork(people.jay!, { id: newId(), registrationId: registrations.jay!, fileId, words: plan.words, criterionIds: plan.shows, declared: true, looked: markOf(plan.words), hasNobodyElse: true, hasNoNames: true, hasNoPlaces: true })

  const words = 'In the practice for three, this mentor listened to the end, said back what they had heard, and only then asked a question. They did it twice without being told.'
  await writeStatement(people.sam!, { id: newId(), registrationId: registrations.priya!, kind: 'observation', words, criterionIds: [criterionOf('EX5 1.1'), criterionOf('EX5 1.2')], declared: true, looked: markOf(words) })
  await everyCriterionMet({ learner: people.kofi!, assessor: people.noor!, registrationId: registrations.kofi! }, { says: {
    reflection: 'I said at the first meeting what I keep to myself and what I never can, and I said it again in week four. When my mentee went quiet I waited. When they made a joke of everything I did not laugh it off; I said what I had seen them do well, and asked what they wanted to try by next week. Twice it was not mine to deal with, and I went to our youth worker the same day.',
    answer: 'I listen, I do not promise to keep it secret, I say whom I have to tell, and I tell them today. If it is about an adult here, I tell the safeguarding lead or the head, and not that adult. I write down their words, the time, and nothing I only think.',
    feedback: 'Clear, and your own. It shows this.' } })
  return { registrations, specificationId }
}
