import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import { isTaken } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { addToChronology } from './add-to-chronology.server.ts'
import { concernAsViewer } from './concern-as-viewer.server.ts'
import { tellReaders } from './tell-readers.server.ts'
import { may } from './policy.ts'

export const AskWhoAnswered = z.object({
  id: z.uuid(),
  concernId: z.uuid(),
  reason: z.string().trim().min(3, 'Say why you need to know. One sentence is enough.').max(2000, 'That is longer than fits. Keep the most important part.'),
})

/** A safeguarding lead asks who gave the answer a concern names, and says why. From then on its page tells them, and the chronology that they asked. */
export async function askWhoAnswered(viewer: Viewer, input: z.input<typeof AskWhoAnswered>): Promise<void> {
  const { id, concernId, reason } = AskWhoAnswered.parse(input)
  try {
    await change(viewer, async (tx) => {
      const { concern, facts } = await concernAsViewer(tx, viewer, concernId)
      if (!concern.answer) throw new NotFound('This concern names no answer.')
      authorize(may.askWho, viewer, facts)
      if (await tx.chronologyEntry.findUnique({ where: { id }, select: { id: true } })) return
      // Who it is stands nowhere in the line: others read the chronology too.
      await addToChronology(tx, { id, concernId, organisationId: concern.organisationId, kind: 'asked-who', words: reason })
      await record(tx, viewer, 'concern.asked-who', { organisationId: concern.organisationId, subjectId: concernId, lineId: id })
      await tellReaders(tx, viewer, concern)
    })
  } catch (error) {
    // The same form sent twice at once: the other one is in.
    if (!isTaken(error)) throw error
  }
}
