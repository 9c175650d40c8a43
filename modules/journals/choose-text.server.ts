import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { opener } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { join } from './body.ts'
import { journalNews } from './events.ts'
import { bodyFrom } from './parse-body.ts'
import { lockEntry } from './parts/lock-entry.server.ts'
import { replaceText } from './parts/replace-text.server.ts'

export const ChooseText = z.object({ entryId: z.uuid(), otherTextId: z.uuid(), keep: z.enum(['this', 'other', 'both']) })

/** The writer says which of two texts of an entry it is from now on, or that it is both, one after the other. */
export async function chooseText(viewer: Viewer, input: z.input<typeof ChooseText>): Promise<void> {
  const { entryId, otherTextId, keep } = ChooseText.parse(input)
  return change(viewer, async (tx) => {
    const entry = await lockEntry(tx, entryId)
    const other = entry && (await tx.journalOtherText.findFirst({ where: { id: otherTextId, entryId } }))
    if (!entry || !other) throw new NotFound()
    // Chosen already, in another tab or by a resend: it stays as it was chosen.
    const { count } = await tx.journalOtherText.updateMany({ where: { id: otherTextId, settledAt: null }, data: { settledAt: now() } })
    if (count === 0) return

    if (keep !== 'this') {
      const open = await opener(tx, 'JournalOtherText', [otherTextId])
      const text = bodyFrom(open(otherTextId, 'body', other.body))
      await replaceText(tx, entry, { writingId: newId(), step: 1, body: keep === 'both' ? join(entry.text, text) : text })
    }
    await record(tx, viewer, 'journal.text-chosen', { organisationId: entry.organisationId, subjectId: entryId, otherTextId, keep })
    await tell(tx, `person:${viewer.id}`, journalNews.texts, { entryId })
  })
}
