import type { z } from 'zod'
import { asSystem } from '../db/as-system.server.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { tell } from '../live/tell.server.ts'
import { alertLetter, type somethingAdded } from './alert-letter.ts'

/**
 * Whoever raised a concern had more to say: everybody who reads it hears that there is something new. Whoever looks after it gets a letter too, unless they have
 * looked since, or something was added before that they have not looked at yet: then they have had one. Before it is taken on, the clocks are running, and letters went.
 * A job does it: whoever adds may be kept out of it by now, and is not to learn who reads.
 */
export const tellOfAddition = ({ concernId, lineId }: z.infer<typeof somethingAdded.data>): Promise<void> => asSystem('tell the readers of a concern what was added', async (tx) => {
  const readers = await tx.$queryRaw<{ personId: string; isToWrite: boolean }[]>`SELECT "personId", "isToWrite" FROM app.readers_to_tell(${lineId}::uuid)`
  for (const { personId, isToWrite } of readers) {
    await tell(tx, `person:${personId}`, 'concern:noted', { concernId })
    if (isToWrite) await enqueue(tx, alertLetter, { concernId, personId, rung: 'first' })
  }
})
