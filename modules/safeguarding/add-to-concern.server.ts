import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { today } from '../clock.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Viewer, Visitor } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { authorize } from '../policy.ts'
import { addToChronology } from './add-to-chronology.server.ts'
import { saidAbout } from './add-to-concern-fields.ts'
import { additionsFor } from './additions.ts'
import { somethingAdded } from './alert-letter.ts'
import { categoriesOf } from './categories.ts'
import { myRaised } from './my-raised.server.ts'
import { may, speaksAsAdult } from './policy.ts'
import { asOne } from './said.ts'

export const AddToConcern = z.object({ id: z.uuid(), concernId: z.uuid(), part: z.string(), said: z.record(z.string(), z.string()) })

/** Whoever raised a concern adds one part to it, also after it was received or closed. They do not read it back: they see that they added it, and when. */
export async function addToConcern(viewer: Viewer | Visitor, input: z.input<typeof AddToConcern>): Promise<void> {
  const { id, concernId, part, said } = AddToConcern.parse(input)
  await changeOnce(viewer, async (tx) => {
    const { organisationId, added } = await myRaised(tx, viewer, concernId)
    if ('id' in viewer) authorize(may.raise, viewer, organisationId)
    const isAdult = speaksAsAdult(viewer, organisationId)
    const addition = additionsFor(isAdult).find((one) => one.part === part)
    if (!addition) throw new NotFound()
    const { hasMark, ...words } = saidAbout(addition, { isAdult, today: today() }).parse(said)
    if (added.some((one) => one.id === id)) return

    await addToChronology(tx, { id, concernId, organisationId, kind: 'added', facts: { part, ...(hasMark ? { hasMark: true } : {}), ...(words.kind ? { categories: [words.kind], list: categoriesOf } : {}) }, words: asOne('added', words) })
    await enqueue(tx, somethingAdded, { concernId, lineId: id })
    await record(tx, viewer, 'concern.added-to', { organisationId, subjectId: concernId, lineId: id })
  }, { mine: async (tx) => (await myRaised(tx, viewer, concernId)).added.some((one) => one.id === id), otherwise: 'It could not be added. Look at the page again.' })
}
