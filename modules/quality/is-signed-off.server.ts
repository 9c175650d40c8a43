import type { Tx } from '../db/transaction.server.ts'

/** Has a quality assurer signed this learner off, and does it stand, so that they may be claimed? Asked inside the transaction of whoever needs to know. */
export const isSignedOff = async (tx: Tx, registrationId: string): Promise<boolean> => (await tx.signOff.count({ where: { registrationId, struckAt: null } })) > 0

/** How many decisions about this learner wait for a colleague's signature: also after the sign-off, where a qualification was struck through since. */
export async function waitForAColleague(tx: Tx, registrationId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM app.to_countersign((SELECT array_agg(r."organisationId") FROM "Registration" r WHERE r.id = ${registrationId}::uuid)) w WHERE w."registrationId" = ${registrationId}::uuid`
  return row!.count
}

/** Of these registrations, those that are signed off: by whom and when. */
export async function signedOff(tx: Tx, registrationIds: readonly string[]): Promise<Map<string, { byId: string; signedOffAt: Date }>> {
  const rows = await tx.signOff.findMany({ where: { registrationId: { in: [...registrationIds] }, struckAt: null }, select: { registrationId: true, byId: true, signedOffAt: true } })
  return new Map(rows.map(({ registrationId, ...row }) => [registrationId, row]))
}
