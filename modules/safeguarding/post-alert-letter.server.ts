import type { z } from 'zod'
import { after, now } from '../clock.ts'
import { asSystem } from '../db/as-system.server.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { alertLetter } from './alert-letter.ts'
import { afterTry, tryNeedsYou } from './post-needs-you.server.ts'

/** Writes to one person that a concern needs them. What came of it is written down each time, with the next try in the same transaction. */
export async function postAlertLetter(letter: z.infer<typeof alertLetter.data>): Promise<void> {
  const { concernId, personId, rung, tried = 0 } = letter
  const came = (await isKeptFrom(concernId, personId)) ? 'held_back' : await tryNeedsYou(personId)
  const { attempt, wait } = afterTry(came, tried)

  await asSystem('note what came of a letter', async (tx) => {
    const { organisationId } = await tx.concern.findUniqueOrThrow({ where: { id: concernId }, select: { organisationId: true } })
    await tx.concernAttempt.createMany({ data: [{ organisationId, concernId, personId, rung, way: 'letter', tried, ...attempt }] })
    if (came === 'done') await tx.concernAlert.updateMany({ where: { concernId, personId, rung }, data: { mailedAt: now() } })
    if (wait !== undefined) await enqueue(tx, alertLetter, { ...letter, tried: tried + 1 }, { at: after(wait) })
  })
}

/** It may have been kept from them while the letter waited for a mail server. */
const isKeptFrom = (concernId: string, personId: string): Promise<boolean> => asSystem('ask whether a letter may still leave', async (tx) => (await tx.concernKeptFrom.count({ where: { concernId, personId } })) > 0)
