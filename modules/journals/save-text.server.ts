import type { z } from 'zod'
import { change } from '../db/change.server.ts'
import { isTaken } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'
import { beginEntry } from './parts/begin-entry.server.ts'
import { keepOtherText } from './parts/keep-other-text.server.ts'
import { lockEntry } from './parts/lock-entry.server.ts'
import { follows, isOldNews, replaceText } from './parts/replace-text.server.ts'
import { SaveText, type Saved } from './save-text-fields.ts'
import type { Tx } from '../db/transaction.server.ts'

/**
 * Somebody's words are saved. Nothing is ever overwritten that this writing had not seen: then both texts are kept, and the writer
 * chooses. Saving the same again, or late, changes nothing.
 */
export async function saveText(viewer: Viewer, input: z.input<typeof SaveText>): Promise<Saved> {
  const given = SaveText.parse(input)
  authorize(may.write, viewer)
  try {
    return await change(viewer, (tx) => save(tx, viewer, given))
  } catch (error) {
    if (!isTaken(error)) throw error
  }
  // Another tab saved its first words in the same moment; now they are there to be seen. If not, the id is somebody else's.
  try {
    return await change(viewer, (tx) => save(tx, viewer, given))
  } catch (error) {
    throw isTaken(error) ? new NotFound() : error
  }
}

async function save(tx: Tx, viewer: Viewer, given: SaveText): Promise<Saved> {
  const entry = await lockEntry(tx, given.entryId)
  if (!entry) return beginEntry(tx, viewer, given)
  if (isOldNews(entry, given)) return { state: 'saved', revision: entry.revision }
  if (follows(entry, given)) return replaceText(tx, entry, given)
  return keepOtherText(tx, viewer, entry, given)
}
