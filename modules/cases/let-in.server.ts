import { z } from 'zod'
import { tell } from '../live/tell.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { adultsOnLadder } from '../safeguarding/adults-on-ladder.server.ts'
import { alertLetter } from '../safeguarding/alert-letter.ts'
import { Step, words } from './parts/fields.ts'
import { leftOutByName } from './parts/left-out-by-name.server.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const LetIn = Step.extend({ personId: z.uuid(), words: words('Say how you know that it is somebody else.') })

/**
 * Somebody was left out because the name that was written may be theirs, and it is another person of that name: from now on it is kept from them no more. A lead or deputy reads it and
 * hears of it; anybody else is as they would have been. Whom somebody chose to leave out stays left out.
 */
export async function letIn(viewer: Viewer, input: z.input<typeof LetIn>): Promise<void> {
  const { id, concernId, personId, words } = LetIn.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'let-in' }, may.keep, async ({ tx, concern }) => {
    if (!(await leftOutByName(tx, concern)).includes(personId)) throw new Conflict('They were left out for another reason, and stay so.')
    const isKeeper = (await adultsOnLadder(tx, concern.organisationId)).some((adult) => adult.personId === personId && (adult.role === 'safeguarding_lead' || adult.role === 'deputy_lead'))
    return { facts: { personId }, words, after: async () => {
      if (!isKeeper) return
      await tell(tx, `person:${personId}`, 'concern:raised', { concernId })
      await enqueue(tx, alertLetter, { concernId, personId, rung: 'first' })
    } }
  })
}
