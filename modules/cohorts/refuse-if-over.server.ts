import type { Tx } from '../db/transaction.server.ts'
import { Conflict } from '../errors.ts'

/**
 * Nothing more is arranged in a cohort that is over. Whoever has just changed its row or its places asks again afterwards: the row's lock
 * made them wait for somebody who was closing it in the same moment.
 */
export async function refuseIfOver(tx: Tx, cohortId: string): Promise<void> {
  const cohort = await tx.cohort.findUnique({ where: { id: cohortId }, select: { closedAt: true } })
  if (cohort?.closedAt) throw new Conflict('This course is over. Ask about the next one.')
}
