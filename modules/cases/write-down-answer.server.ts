import { z } from 'zod'
import { today } from '../clock.ts'
import type { Viewer } from '../db/viewer.ts'
import { answers } from '../safeguarding/referral-parts.ts'
import { asOne } from '../safeguarding/said.ts'
import { dayAhead, perhaps, Step, words } from './parts/fields.ts'
import { takeStep } from './parts/take-step.server.ts'
import { theReferral } from './parts/the-referral.server.ts'
import { may } from './policy.ts'
import { startOf } from './working-day.ts'

const isEnd = (answer: string) => answers.find(({ value }) => value === answer)!.isEnd
const WriteDownAnswer = () => Step.extend({
  number: z.coerce.number().int().positive(), answer: z.enum(answers.map(({ value }) => value), 'Pick what they answered.'),
  askOn: z.union([z.literal('').transform(() => undefined), dayAhead(today(), 'Pick the day as a date.')]).optional(),
  who: words('Say who answered.', 500), reference: perhaps, words: words('Say what they said or decided.'),
}).refine(({ answer, askOn }) => isEnd(answer) || askOn, { path: ['askOn'], error: 'Pick the day on which you ask them again.' })
export type WriteDownAnswer = z.input<ReturnType<typeof WriteDownAnswer>>

/** Whoever keeps a case writes down what an agency answered: who, under which reference, what they decided, and whether the case still waits for them. */
export async function writeDownAnswer(viewer: Viewer, input: WriteDownAnswer): Promise<void> {
  const { id, concernId, number, answer, askOn, ...said } = WriteDownAnswer().parse(input)
  await takeStep(viewer, { id, concernId, kind: 'agency-answered' }, may.keep, async ({ tx, concern }) => {
    const { referral, isOtherOpen } = await theReferral(tx, concernId, number)
    // The database holds this against what is open under the lock of the head: of two who answer at once for two agencies, one is told to look again.
    return {
      facts: { referralId: referral.id, agencyId: referral.agencyId, answer, isEnd: isEnd(answer), stillWaiting: isOtherOpen || !isEnd(answer), ...(!isEnd(answer) && askOn ? { chaseAt: startOf(askOn, concern.organisation.timeZone).toISOString() } : {}) },
      words: asOne('agency-answered', said),
    }
  })
}
