import { after } from '../clock.ts'
import type { Tx } from '../db/transaction.server.ts'
import { limitsFor } from './limits.ts'
import { currentRoles } from './current-memberships.server.ts'
import { hashOfToken, newToken } from './token.server.ts'

type Opening = { method: 'password' | 'passkey' | 'sso' | 'join-code'; isShared: boolean; device: string; secondFactorAt?: Date }

/** Opens a session at the door and gives back its token, which is kept nowhere but in the cookie. */
export async function openSession(tx: Tx, personId: string, { method, isShared, device, secondFactorAt }: Opening): Promise<string> {
  const token = newToken()
  const { absolute } = limitsFor(await currentRoles(tx, personId), isShared)
  await tx.session.create({ data: { personId, tokenHash: hashOfToken(token), method, isShared, device: device.slice(0, 200), expiresAt: after(absolute), secondFactorAt } })
  return token
}
