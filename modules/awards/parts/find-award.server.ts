import type { Tx } from '../../db/transaction.server.ts'
import { NotFound } from '../../errors.ts'

/** An award as this viewer finds it. */
export async function findAward(tx: Tx, id: string) {
  const award = await tx.award.findUnique({ where: { id }, include: { takenBack: true, parentsYes: { select: { saidAt: true } } } })
  if (!award) throw new NotFound()
  return award
}
