import type { z } from 'zod'
import { now } from '../clock.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { postNeedsYou } from '../safeguarding/post-needs-you.server.ts'
import { adultLetter } from './adult-letter.ts'

/** Writes to one person that a record of the register needs them: the same letter as for any concern. */
export const postAdultLetter = (letter: z.infer<typeof adultLetter.data>): Promise<void> => {
  const { adultConcernId, personId, rung, tried = 0 } = letter
  return postNeedsYou(letter, {
    isKeptFrom: async (tx) => (await tx.adultKeptFrom.count({ where: { adultConcernId, personId } })) > 0,
    note: async (tx, attempt) => {
      const { organisationId } = await tx.adultConcern.findUniqueOrThrow({ where: { id: adultConcernId }, select: { organisationId: true } })
      await tx.adultAttempt.createMany({ data: [{ organisationId, adultConcernId, personId, rung, way: 'letter', tried, ...attempt }] })
      if (attempt.outcome === 'done') await tx.adultTold.updateMany({ where: { adultConcernId, personId, rung }, data: { mailedAt: now() } })
    },
    tryAgain: (tx, at) => enqueue(tx, adultLetter, { ...letter, tried: tried + 1 }, { at }),
  })
}
