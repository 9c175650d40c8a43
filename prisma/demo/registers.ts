import { findMatrix } from '#modules/accreditation/find-matrix.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { addCaseNote, endCase } from '#modules/registers/add-case-note.server.ts'
import { answerAdjustment } from '#modules/registers/answer-adjustment.server.ts'
import { answerAppeal } from '#modules/registers/answer-appeal.server.ts'
import { askAdjustment } from '#modules/registers/ask-adjustment.server.ts'
import { raiseAppeal } from '#modules/registers/raise-appeal.server.ts'
import { reportMalpractice } from '#modules/registers/report-malpractice.server.ts'
import { takeAppeal } from '#modules/registers/take-appeal.server.ts'
import type { Cast } from './people.ts'

/** An adjustment that is done and one that waits; a second look that was answered; a case that ended well and one that is open. */
export async function fillRegisters({ people, riverside }: Cast, { registrations }: { registrations: Record<string, string> }) {
  const [jays, priyas] = [newId(), newId()]
  await askAdjustment(people.jay!, { id: jays, registrationId: registrations.jay!, kind: 'reasonable_adjustment', words: 'Long writing is slow for me, and then I leave out half of it. Saying it aloud first helps.' })
  await answerAdjustment(people.grace!, { id: newId(), adjustmentId: jays, isAgreed: 'yes', words: 'Jay may say an answer aloud to Sam, who writes it down in his words. As much time as it takes.' })
  await askAdjustment(people.priya!, { id: priyas, registrationId: registrations.priya!, kind: 'special_consideration', words: 'My grandmother died in October and I missed two sessions. I would like more time for the last unit.' })

  const decision = (await findMatrix(people.amara!, { registrationId: registrations.amara! })).units.flatMap((unit) => unit.criteria).flatMap(({ decisions }) => decisions).find(({ outcome }) => outcome === 'not_yet')!
  const appealId = newId()
  await raiseAppeal(people.amara!, { id: appealId, decisionId: decision.id, words: 'I thought that waiting is the listening, because my mentee went on. Could somebody look at that line again?' })
  await takeAppeal(people.owen!, { id: newId(), appealId })
  await answerAppeal(people.owen!, { id: newId(), appealId, isChanged: 'no', words: 'Thank you for asking. Waiting is part of it, and you saw that. What I could not find yet is what you gave back to them afterwards. Two lines about that, and it is there.' })

  const [ended, open] = [newId(), newId()]
  const report = (id: string, about: string, words: string) => reportMalpractice(people.noor!, { id, organisationId: riverside, aboutId: people[about]!.id, words })
  await report(ended, 'dylan', 'A passage reads very much like one that Sofia handed in. It may be from the same practice.')
  await addCaseNote(people.hana!, { id: newId(), caseId: ended, words: 'I asked both, separately. They did the practice together and wrote down the same sentence from the board.' })
  await endCase(people.hana!, { id: newId(), caseId: ended, ending: 'advice_given', words: 'Nothing was taken from anybody. Sam has shown the group how to say “we wrote this together”.' })
  await report(open, 'sam', 'An observation is dated a day on which the course did not meet. It may be a slip of the pen.')
}
