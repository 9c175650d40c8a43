import { z } from 'zod'
import { tell } from '../live/tell.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, Forbidden } from '../errors.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { adultsOnLadder } from '../safeguarding/adults-on-ladder.server.ts'
import { alertLetter } from '../safeguarding/alert-letter.ts'
import { peopleOn } from '../safeguarding/states.ts'
import { tellRung } from '../safeguarding/tell-rung.server.ts'
import { Step, words } from './parts/fields.ts'
import { keepersOf } from './parts/keepers-of.server.ts'
import { leftOutByName } from './parts/left-out-by-name.server.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const LetIn = Step.extend({ personId: z.uuid(), words: words('Say how you know that it is somebody else.') })

/**
 * Somebody was left out because the name that was written may be theirs, and it is another person of that name: from now on it is kept from them no more. A lead or deputy reads it and
 * hears of it, and so does a head who would have been told by now: at once, or by a clock that went past them; anybody else is as they would have been. Whom somebody chose to leave out stays left out. Where nobody keeps it, whoever reads it does this.
 */
export async function letIn(viewer: Viewer, input: z.input<typeof LetIn>): Promise<void> {
  const { id, concernId, personId, words } = LetIn.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'let-in' }, () => true, async ({ tx, concern, facts }) => {
    if (!may.letIn(viewer, { ...facts, isKept: (await keepersOf(tx, concern)).length > 0 })) throw new Forbidden()
    if (!(await leftOutByName(tx, concern)).includes(personId)) throw new Conflict('They were left out for another reason, and stay so.')
    const ladder = await adultsOnLadder(tx, concern.organisationId)
    const isKeeper = ladder.some((adult) => adult.personId === personId && (adult.role === 'safeguarding_lead' || adult.role === 'deputy_lead'))
    const around = { keptFrom: concern.keptFrom.map((kept) => kept.personId).filter((kept) => kept !== personId), raisedById: concern.raisedById, isAboutMentoring: concern.isAboutMentoring }
    const isPast = concern.climbs.some(({ rung }) => rung === 'head') || (await tx.caseClimb.count({ where: { concernId, rung: 'head' } })) > 0
    const heads = peopleOn(isPast ? 'head' : 'first', ladder, around).filter((adult) => adult.personId === personId && adult.role === 'head')
    return { facts: { personId, ...(heads.length ? { told: [personId] } : {}) }, words, after: async () => {
      if (heads.length) return tellRung(tx, concern, 'head', heads, 'concern:climbed')
      if (!isKeeper) return
      await tell(tx, `person:${personId}`, 'concern:raised', { concernId })
      await enqueue(tx, alertLetter, { concernId, personId, rung: 'first' })
    } }
  })
}
