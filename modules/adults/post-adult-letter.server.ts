import type { z } from 'zod'
import { after, now } from '../clock.ts'
import { asSystem } from '../db/as-system.server.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { afterTry, tryNeedsYou } from '../safeguarding/post-needs-you.server.ts'
import { adultLetter } from './adult-letter.ts'

/** Writes to one person that something needs them: the same letter as for any concern. What came of it is written down each time, with the next try in the same transaction. */
export async function postAdultLetter(letter: z.infer<typeof adultLetter.data>): Promise<void> {
  const { adultConcernId, personId, rung, tried = 0 } = letter
  const came = (await isKeptFrom(adultConcernId, personId)) ? 'held_back' : await tryNeedsYou(personId)
  const { attempt, wait } = afterTry(came, tried)

  await asSystem('note what came of a letter about an adult', async (tx) => {
    const { organisationId } = await tx.adultConcern.findUniqueOrThrow({ where: { id: adultConcernId }, select: { organisationId: true } })
    await tx.adultAttempt.createMany({ data: [{ organisationId, adultConcernId, personId, rung, way: 'letter', tried, ...attempt }] })
    if (came === 'done') await tx.adultTold.updateMany({ where: { adultConcernId, personId, rung }, data: { mailedAt: now() } })
    if (wait !== undefined) await enqueue(tx, adultLetter, { ...letter, tried: tried + 1 }, { at: after(wait) })
  })
}

/** It may turn out to be about them while the letter waits for a mail server. */
const isKeptFrom = (adultConcernId: string, personId: string): Promise<boolean> => asSystem('ask whether a letter about an adult may still leave', async (tx) => (await tx.adultKeptFrom.count({ where: { adultConcernId, personId } })) > 0)
