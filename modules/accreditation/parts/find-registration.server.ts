import type { Tx } from '../../db/transaction.server.ts'
import { Conflict, NotFound } from '../../errors.ts'

/**
 * A registration, held until the transaction ends: handing in, taking back, deciding and withdrawing wait for one another, so that nothing
 * is decided that was taken back a moment before.
 */
export async function findRegistration(tx: Tx, id: string) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 48270))`
  const registration = await tx.registration.findUnique({ where: { id } })
  if (!registration) throw new NotFound()
  return registration
}

export function refuseIfWithdrawn({ withdrawnAt }: { withdrawnAt: Date | null }, says: string) {
  if (withdrawnAt) throw new Conflict(says)
}
