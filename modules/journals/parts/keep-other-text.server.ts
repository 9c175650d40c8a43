import { record } from '../../audit/record.server.ts'
import { now } from '../../clock.ts'
import { opener, sealAgain, sealNew } from '../../crypto/seal.server.ts'
import { newId } from '../../db/new-id.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { tell } from '../../live/tell.server.ts'
import { isSame } from '../body.ts'
import { journalNews } from '../events.ts'
import { bodyFrom } from '../parse-body.ts'
import type { Saved, SaveText } from '../save-text-fields.ts'
import type { LockedEntry } from './lock-entry.server.ts'

/** A text that began from an older one is kept beside the entry until the writer chooses. The writing's later saves land in the same place. */
export async function keepOtherText(tx: Tx, viewer: Viewer, entry: LockedEntry, { writingId, step, revision, body }: SaveText): Promise<Saved> {
  const two: Saved = { state: 'two', revision: entry.revision }
  if (isSame(body, entry.text)) return { state: 'saved', revision: entry.revision }

  const other = await tx.journalOtherText.findFirst({ where: { entryId: entry.id, writingId, settledAt: null } })
  if (other) {
    if (step < other.step) return two
    if (step > other.step) {
      const seal = await sealAgain(tx, 'JournalOtherText', other.id)
      await tx.journalOtherText.updateMany({ where: { id: other.id }, data: { body: seal('body', JSON.stringify(body)), step, savedAt: now() } })
      return two
    }
    const open = await opener(tx, 'JournalOtherText', [other.id])
    if (isSame(bodyFrom(open(other.id, 'body', other.body)), body)) return two
  }

  // The same numbered save with other words: somebody went back to a page without script and wrote something else. A writing of its own.
  const id = newId()
  const seal = await sealNew(tx, { table: 'JournalOtherText', id, organisationId: entry.organisationId })
  await tx.journalOtherText.createMany({ data: [{
    id, organisationId: entry.organisationId, entryId: entry.id, fromRevision: revision, body: seal('body', JSON.stringify(body)), writingId: other ? id : writingId, step,
  }] })
  await record(tx, viewer, 'journal.other-text-kept', { organisationId: entry.organisationId, subjectId: entry.id, otherTextId: id })
  await tell(tx, `person:${viewer.id}`, journalNews.texts, { entryId: entry.id })
  return two
}
