import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { addToChronology } from './add-to-chronology.server.ts'
import { concernAsViewer, thoseConcerned } from './concern-as-viewer.server.ts'
import { namesOf, timeOfDay } from './who-and-when.server.ts'
import { may } from './policy.ts'

export const ReceiveConcern = z.object({ concernId: z.uuid() })

/** One of those told says "I have it": the first who does, has it, and whoever raised it sees so. */
export async function receiveConcern(viewer: Viewer, input: z.input<typeof ReceiveConcern>): Promise<void> {
  const { concernId } = ReceiveConcern.parse(input)
  await change(viewer, async (tx) => {
    const { concern, facts } = await concernAsViewer(tx, viewer, concernId)
    if (concern.receipt?.byId === viewer.id) return
    if (concern.takingOn) {
      const name = (await namesOf(tx, [concern.takingOn.byId]))(concern.takingOn.byId) ?? 'A colleague'
      throw new Conflict(`${name} is looking after it already, since ${timeOfDay(concern.takingOn.at, concern.organisation.timeZone)}.`)
    }
    authorize(may.receive, viewer, facts)

    // Two may press at once: the key of the receipt decides who was first. "Do nothing" instead of an error, so that this same transaction can say who it was.
    const { count } = await tx.concernReceipt.createMany({ data: [{ concernId, organisationId: concern.organisationId, byId: viewer.id }], skipDuplicates: true })
    if (count === 0) {
      const has = await tx.concernReceipt.findUniqueOrThrow({ where: { concernId } })
      if (has.byId === viewer.id) return
      const name = (await namesOf(tx, [has.byId]))(has.byId) ?? 'A colleague'
      throw new Conflict(`${name} has it already, since ${timeOfDay(has.at, concern.organisation.timeZone)}.`)
    }
    await addToChronology(tx, { concernId, organisationId: concern.organisationId, kind: 'received' })
    await record(tx, viewer, 'concern.received', { organisationId: concern.organisationId, subjectId: concernId })
    for (const personId of thoseConcerned(concern)) await tell(tx, `person:${personId}`, 'concern:received', { concernId })
  })
}
