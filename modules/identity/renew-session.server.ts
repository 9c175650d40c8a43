import { now } from '../clock.ts'
import type { Tx } from '../db/transaction.server.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { hashOfToken, newToken } from './token.server.ts'

/**
 * Carries a session on under a new token, after proof that it is them: a token somebody took before the proof is worth nothing after it.
 * The old row stays, ended, so that a form still under way with the old token is kept for the right person.
 */
export async function renewSession(tx: Tx, sessionId: string, { secondFactorAt }: { secondFactorAt?: Date }): Promise<string> {
  const { count } = await tx.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: now() } })
  if (count === 0) throw new Conflict('That was done already. Open the page again.')
  const old = await tx.session.findUniqueOrThrow({ where: { id: sessionId } })
  const token = newToken()
  await tx.session.createMany({ data: [{
    personId: old.personId, tokenHash: hashOfToken(token), createdAt: old.createdAt, expiresAt: old.expiresAt, method: old.method, device: old.device, isShared: old.isShared,
    secondFactorAt: secondFactorAt ?? old.secondFactorAt, steppedUpAt: now(),
  }] })
  await tell(tx, `session:${sessionId}`, 'drop')
  return token
}
