import { fromPrisma } from 'pg-boss'
import type { z } from 'zod'
import type { Tx } from '../db/transaction.server.ts'
import { theBoss } from './boss.server.ts'

/** Puts a job in the queue inside the transaction that needs it: it runs if and only if the transaction commits. Of one group only some run at once, as the job says. */
export async function enqueue<Data extends z.ZodType>(tx: Tx, job: { name: string; data: Data }, data: z.infer<Data>, { at, group }: { at?: Date; group?: string } = {}) {
  await theBoss().send(job.name, job.data.parse(data) as object, { db: fromPrisma(tx), ...(at ? { startAfter: at } : {}), ...(group ? { group: { id: group } } : {}) })
}
