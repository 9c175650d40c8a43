import type { z } from 'zod'
import { now } from '../clock.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { alertLetter } from './alert-letter.ts'
import { postNeedsYou } from './post-needs-you.server.ts'

/** Writes to one person that a concern needs them. */
export const postAlertLetter = (letter: z.infer<typeof alertLetter.data>): Promise<void> => {
  const { concernId, personId, rung, tried = 0 } = letter
  return postNeedsYou(letter, {
    isKeptFrom: async (tx) => (await tx.concernKeptFrom.count({ where: { concernId, personId } })) > 0,
    note: async (tx, attempt) => {
      const { organisationId } = await tx.concern.findUniqueOrThrow({ where: { id: concernId }, select: { organisationId: true } })
      await tx.concernAttempt.createMany({ data: [{ organisationId, concernId, personId, rung, way: 'letter', tried, ...attempt }] })
      if (attempt.outcome === 'done') await tx.concernAlert.updateMany({ where: { concernId, personId, rung }, data: { mailedAt: now() } })
    },
    tryAgain: (tx, at) => enqueue(tx, alertLetter, { ...letter, tried: tried + 1 }, { at }),
  })
}
