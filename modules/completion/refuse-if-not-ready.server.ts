import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { completionIn } from './completion-of.server.ts'

/** Only a mentor who is through with everything meets a mentee. Asked by the deed that would bring them together, in its transaction. */
export async function refuseIfNotReady(tx: Tx, viewer: Viewer, who: { personId: string; organisationId: string }): Promise<void> {
  const { isComplete, missing } = await completionIn(tx, viewer, who)
  if (!isComplete) throw new Conflict(`They cannot meet a mentee yet. Still missing: ${missing.join('; ')}.`)
}
