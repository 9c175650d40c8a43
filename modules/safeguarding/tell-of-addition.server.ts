import type { Tx } from '../db/transaction.server.ts'
import type { Viewer, Visitor } from '../db/viewer.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { tell } from '../live/tell.server.ts'
import { alertLetter } from './alert-letter.ts'

/**
 * Whoever raised a concern has more to say: everybody who reads it hears that there is something new. Whoever looks after it gets a letter too, unless
 * something was added before that they have not looked at yet: then they have had one. Before it is taken on, the clocks are running, and letters went.
 */
export async function tellOfAddition(tx: Tx, viewer: Viewer | Visitor, concernId: string): Promise<void> {
  const readers = await tx.$queryRaw<{ personId: string; isToWrite: boolean }[]>`SELECT "personId", "isToWrite" FROM app.readers_of_mine(${concernId}::uuid)`
  for (const { personId, isToWrite } of readers) {
    if ('id' in viewer && viewer.id === personId) continue
    await tell(tx, `person:${personId}`, 'concern:noted', { concernId })
    if (isToWrite) await enqueue(tx, alertLetter, { concernId, personId, rung: 'first' })
  }
}
