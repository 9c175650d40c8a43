import type { Tx } from '../../db/transaction.server.ts'
import { hashOfCode, newCode } from '../token.server.ts'

/** Ten new recovery codes in place of the old ones, which stop working. Only their hashes are kept: these are shown once. */
export async function newRecoveryCodes(tx: Tx, personId: string): Promise<string[]> {
  const codes = Array.from({ length: 10 }, () => newCode(12))
  await tx.recoveryCode.deleteMany({ where: { personId } })
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ personId, hash: hashOfCode(code) })) })
  return codes
}
