import type { Tx } from '../db/transaction.server.ts'

/** Has a quality assurer signed this learner off, so that they may be claimed? Asked inside the transaction of whoever needs to know. */
export const isSignedOff = async (tx: Tx, registrationId: string): Promise<boolean> => (await tx.signOff.count({ where: { registrationId } })) > 0

/** Of these registrations, those that are signed off: by whom and when. */
export async function signedOff(tx: Tx, registrationIds: readonly string[]): Promise<Map<string, { byId: string; signedOffAt: Date }>> {
  const rows = await tx.signOff.findMany({ where: { registrationId: { in: [...registrationIds] } }, select: { registrationId: true, byId: true, signedOffAt: true } })
  return new Map(rows.map(({ registrationId, ...row }) => [registrationId, row]))
}
