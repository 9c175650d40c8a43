import { fromPrisma } from 'pg-boss'
import type { z } from 'zod'
import type { Tx } from '../db/transaction.server.ts'
import { theBoss } from './boss.server.ts'

/** Puts a job in the queue inside the transaction that needs it: it runs if and only if the transaction commits. */
export async function enqueue<Data extends z.ZodType>(tx: Tx, job: { name: string; data: Data }, data: z.infer<Data>, { at }: { at?: Date } = {}) {
  await theBoss().send(job.name, job.data.parse(data) as object, { db: fromPrisma(tx), ...(at ? { startAfter: at } : {}) })
}
