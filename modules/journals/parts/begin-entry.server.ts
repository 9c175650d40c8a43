import { record } from '../../audit/record.server.ts'
import { sealNew } from '../../crypto/seal.server.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { countWords, plainOf } from '../body.ts'
import type { Saved, SaveText } from '../save-text-fields.ts'

/** The first words of a new entry. It belongs to the setting where the writer is a mentor. */
export async function beginEntry(tx: Tx, viewer: Viewer, { entryId, writingId, step, body, promptId, cardId }: SaveText): Promise<Saved> {
  const { organisationId } = viewer.memberships.find(({ role }) => role === 'mentor')!
  const seal = await sealNew(tx, { table: 'JournalEntry', id: entryId, organisationId })
  await tx.journalEntry.createMany({ data: [{
    id: entryId, organisationId, personId: viewer.id, promptId: promptId || null, cardId: cardId || null,
    body: seal('body', JSON.stringify(body)), words: countWords(plainOf(body)), writingId, step,
  }] })
  await record(tx, viewer, 'journal.begun', { organisationId, subjectId: entryId })
  return { state: 'saved', revision: 1 }
}
