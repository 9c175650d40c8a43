import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { sealAgain } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { addToChronology } from './add-to-chronology.server.ts'
import { concernAsViewer, thoseConcerned } from './concern-as-viewer.server.ts'
import { digest } from './digest.server.ts'
import { namesOf, timeOfDay } from './who-and-when.server.ts'
import { may } from './policy.ts'

export const TakeOnConcern = z.object({
  /** The id its line will have: by it a page whose answer was lost learns that it arrived. */
  id: z.uuid().default(() => newId()),
  concernId: z.uuid(),
  firstStep: z.string().trim().min(3, 'Say what happens first. One sentence is enough.').max(5000, 'That is longer than fits. Keep the most important part.'),
})

/** A safeguarding lead takes a concern on, and says what happens first. Both clocks stop. */
export async function takeOnConcern(viewer: Viewer, input: z.input<typeof TakeOnConcern>): Promise<void> {
  const { id, concernId, firstStep } = TakeOnConcern.parse(input)
  await change(viewer, async (tx) => {
    const { concern, facts } = await concernAsViewer(tx, viewer, concernId)
    authorize(may.takeOn, viewer, facts)
    const { organisationId } = concern

    // Two leads may press at once: the key of the taking-on decides who was first.
    const seal = await sealAgain(tx, 'Concern', concernId)
    const sealed = seal('firstStep', firstStep)
    const { count } = await tx.takingOn.createMany({ data: [{ concernId, organisationId, byId: viewer.id, firstStep: sealed }], skipDuplicates: true })
    if (count === 0) {
      const has = await tx.takingOn.findUniqueOrThrow({ where: { concernId } })
      if (has.byId === viewer.id) return
      const name = (await namesOf(tx, [has.byId]))(has.byId) ?? 'A colleague'
      throw new Conflict(`${name} has taken this on already, at ${timeOfDay(has.at, concern.organisation.timeZone)}.`)
    }
    // Nobody had said "I have it": then whoever takes it on has it as well.
    const received = await tx.concernReceipt.createMany({ data: [{ concernId, organisationId, byId: viewer.id }], skipDuplicates: true })
    if (received.count) await addToChronology(tx, { concernId, organisationId, kind: 'received' })
    await addToChronology(tx, { id, concernId, organisationId, kind: 'taken-on', facts: { firstStep: digest(sealed) }, words: firstStep })
    await record(tx, viewer, 'concern.taken-on', { organisationId, subjectId: concernId, lineId: id })
    for (const personId of thoseConcerned(concern)) await tell(tx, `person:${personId}`, 'concern:taken-on', { concernId })
  })
}
