import { after, now } from '../clock.ts'
import type { Tx } from '../db/transaction.server.ts'
import { isDemo } from '../is-demo.server.ts'
import { tell } from '../live/tell.server.ts'
import { currentRoles } from './current-memberships.server.ts'
import { limitsFor, needsSecondFactor } from './limits.ts'
import { hashOfToken, newToken } from './token.server.ts'

type Opening = { method: 'password' | 'passkey' | 'sso' | 'join-code'; isShared: boolean; device: string; secondFactorAt?: Date }

/**
 * Opens a session at the door and gives back its token, which is kept nowhere but in the cookie. Whoever has too many open loses the oldest.
 * Signing in counts as proof that it is them, once nothing more is asked.
 */
export async function openSession(tx: Tx, personId: string, { method, isShared, device, secondFactorAt }: Opening): Promise<string> {
  const token = newToken()
  const roles = await currentRoles(tx, personId)
  const { absolute, atOnce } = limitsFor(roles, isShared)
  await endOldest(tx, personId, atOnce - 1)
  const isWhole = secondFactorAt !== undefined || !needsSecondFactor(roles) || isDemo()
  await tx.session.createMany({ data: [{
    personId, tokenHash: hashOfToken(token), method, isShared, device: device.slice(0, 200), expiresAt: after(absolute), secondFactorAt, steppedUpAt: isWhole ? now() : null,
  }] })
  return token
}

/** Leaves only so many sessions open. The lock keeps two who sign in at once from both counting before either is there. */
async function endOldest(tx: Tx, personId: string, leave: number) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${personId}, 48264))`
  const open = await tx.session.findMany({ where: { personId, endedAt: null, expiresAt: { gt: now() } }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], select: { id: true }, skip: leave })
  if (open.length === 0) return
  await tx.session.updateMany({ where: { id: { in: open.map(({ id }) => id) } }, data: { endedAt: now() } })
  for (const { id } of open) await tell(tx, `session:${id}`, 'drop')
}
