import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Viewer, Visitor } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { Forbidden } from '../errors.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { addToChronology } from './add-to-chronology.server.ts'
import { somethingAdded } from './alert-letter.ts'
import { Marks } from './marks.ts'
import { myRaised } from './my-raised.server.ts'
import { may, maySayWhere, speaksAsAdult } from './policy.ts'

export const AddMarks = z.object({ id: z.uuid(), concernId: z.uuid(), marks: Marks })

/** Whoever raised a concern says where on a body they saw a mark. A young person is not asked for it: it is theirs to say once they have said that they saw one. */
export async function addMarks(viewer: Viewer | Visitor, input: z.input<typeof AddMarks>): Promise<void> {
  const { id, concernId, marks } = AddMarks.parse(input)
  await changeOnce(viewer, async (tx) => {
    const { organisationId, added } = await myRaised(tx, viewer, concernId)
    if ('id' in viewer) authorize(may.raise, viewer, organisationId)
    if (!maySayWhere({ isAdult: speaksAsAdult(viewer, organisationId), added })) throw new Forbidden()
    if (added.some((one) => one.id === id)) return

    await addToChronology(tx, { id, concernId, organisationId, kind: 'marked', facts: { marks: marks.length }, words: JSON.stringify(marks) })
    await enqueue(tx, somethingAdded, { concernId, lineId: id })
    await record(tx, viewer, 'concern.marked', { organisationId, subjectId: concernId, lineId: id })
  }, { mine: async (tx) => (await myRaised(tx, viewer, concernId)).added.some((one) => one.id === id), otherwise: 'It could not be added. Look at the page again.' })
}
