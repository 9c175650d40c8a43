import { now } from '../../clock.ts'
import { sealAgain } from '../../crypto/seal.server.ts'
import type { Tx } from '../../db/transaction.server.ts'
import { countWords, isSame, plainOf, type Body } from '../body.ts'
import type { Saved, SaveText } from '../save-text-fields.ts'
import type { LockedEntry } from './lock-entry.server.ts'

type Standing = Pick<LockedEntry, 'revision' | 'writingId' | 'writingFrom' | 'step' | 'text'>
type Given = Pick<SaveText, 'writingId' | 'step' | 'revision' | 'body'>

/**
 * Has this been here already? The same save sent twice, or an earlier one of the same writing that took longer. A page without script sends
 * one save a page: if somebody goes back to it and writes something else, that is not old news.
 */
export const isOldNews = (entry: Standing, given: Given): boolean =>
  (entry.writingId === given.writingId && (given.step < entry.step || (given.step === entry.step && isSame(entry.text, keptShape(entry.text, given.body)))))

/** Had this writing seen all that is there? Either the newest text, or nobody else wrote since: then an answer was only lost on its way. */
export const follows = (entry: Standing, given: Given): boolean =>
  given.revision === entry.revision || (entry.writingId === given.writingId && given.step > entry.step && given.revision >= entry.writingFrom)

/** A page without script sends words alone. The same words as before keep the shape they had. */
export const keptShape = (was: Body, given: Body): Body =>
  was.kind === 'rich' && given.kind === 'plain' && given.text === plainOf(was) ? was : given

/** The entry's text becomes this one. */
export async function replaceText(tx: Tx, entry: LockedEntry, { writingId, step, body: sent }: Pick<SaveText, 'writingId' | 'step' | 'body'>): Promise<Saved> {
  const body = keptShape(entry.text, sent)
  if (isSame(body, entry.text) && entry.writingId === writingId) return { state: 'saved', revision: entry.revision }
  const seal = await sealAgain(tx, 'JournalEntry', entry.id)
  const revision = entry.revision + 1
  // What somebody goes on writing is not in the bin.
  await tx.journalEntry.updateMany({ where: { id: entry.id }, data: {
    body: seal('body', JSON.stringify(body)), words: countWords(plainOf(body)), revision, savedAt: now(), binnedAt: null,
    writingId, step, writingFrom: entry.writingId === writingId ? entry.writingFrom : entry.revision,
  } })
  return { state: 'saved', revision }
}
