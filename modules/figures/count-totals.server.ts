import { z } from 'zod'
import { asSystem } from '../db/as-system.server.ts'
import { defineJob } from '../jobs/job.ts'

/** Counts what delivery sites are told of each setting. A total that was told stays unless eight have come or gone since, and moves at most once a day. Gives back how many moved. */
export const countTotals = (): Promise<number> => asSystem('count the totals that are told', async (tx) => {
  const [row] = await tx.$queryRaw<{ moved: number }[]>`SELECT app.count_totals() AS moved`
  return row!.moved
})

export const countTotalsHourly = defineJob({ name: 'figures.count-totals', data: z.object({}), policy: 'singleton', every: '23 * * * *', work: async () => { await countTotals() } })
