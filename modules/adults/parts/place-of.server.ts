import type { Tx } from '../../db/transaction.server.ts'

/** A setting whose register this viewer has a part in: its name and its clock. */
export async function placeOf(tx: Tx, organisationId: string): Promise<{ name: string; timeZone: string; phone: string | null }> {
  const found = await tx.organisation.findUnique({ where: { id: organisationId }, select: { name: true, timeZone: true, phone: true } })
  return found ?? { name: 'A setting', timeZone: 'Europe/London', phone: null }
}
