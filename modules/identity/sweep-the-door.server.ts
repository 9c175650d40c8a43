import { z } from 'zod'
import { days, now } from '../clock.ts'
import { asSystem } from '../db/as-system.server.ts'
import { defineJob } from '../jobs/job.ts'

/** Clears away what has run out at the door: forms kept past their hour, ceremonies, old tries, sessions that ended a month ago. */
export const sweepTheDoor = defineJob({
  name: 'identity.sweep-the-door',
  data: z.object({}),
  policy: 'stately',
  every: '7,37 * * * *',
  work: () => asSystem('sweep the door', async (tx) => {
    const monthAgo = new Date(now().getTime() - days(30))
    await tx.stash.deleteMany({ where: { expiresAt: { lte: now() } } })
    await tx.ceremony.deleteMany({ where: { expiresAt: { lte: now() } } })
    await tx.session.deleteMany({ where: { OR: [{ endedAt: { lte: monthAgo } }, { expiresAt: { lte: monthAgo } }] } })
    await tx.rateLimit.deleteMany({ where: { expire: { lte: now().getTime() } } })
  }),
})
