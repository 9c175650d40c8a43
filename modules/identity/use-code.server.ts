import { openForTheHouse } from '../crypto/seal-for-the-house.server.ts'
import { now } from '../clock.ts'
import type { Tx } from '../db/transaction.server.ts'
import { aboutSeed, totpOf } from './begin-authenticator.server.ts'
import { hashOfCode } from './token.server.ts'

/** Which 30-second step this code is of, allowing one either side for clocks that differ. Null when it is of none. */
export async function stepOf(tx: Tx, personId: string, code: string): Promise<bigint | null> {
  const authenticator = await tx.authenticator.findUnique({ where: { personId } })
  const digits = code.replaceAll(/\s/g, '')
  if (!authenticator || !/^\d{6}$/.test(digits)) return null
  const at = now().getTime()
  const away = totpOf(await openForTheHouse(tx, aboutSeed(personId), authenticator.seed)).validate({ token: digits, window: 1, timestamp: at })
  return away === null ? null : BigInt(Math.floor(at / 30_000) + away)
}

/**
 * Uses a code up: of the authenticator app, or a recovery code. Each works once. Of two who send the same code at once the database lets
 * one through: the step may only go up, and a recovery code is used only while it is not.
 */
export async function useCode(tx: Tx, personId: string, code: string): Promise<'authenticator' | 'recovery' | null> {
  const step = await stepOf(tx, personId, code)
  if (step !== null) {
    const { count } = await tx.authenticator.updateMany({ where: { personId, confirmedAt: { not: null }, lastStep: { lt: step } }, data: { lastStep: step } })
    return count ? 'authenticator' : null
  }
  const { count } = await tx.recoveryCode.updateMany({ where: { personId, hash: hashOfCode(code), usedAt: null }, data: { usedAt: now() } })
  return count ? 'recovery' : null
}
