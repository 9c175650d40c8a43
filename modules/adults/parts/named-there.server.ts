import type { Tx } from '../../db/transaction.server.ts'
import { namedHere } from '../../safeguarding/named-here.server.ts'
import type { OnAdultLadder } from '../who-keeps.ts'

/** Who of those that could keep it may be meant by a name that was only typed. */
export async function namedThere(tx: Tx, organisationId: string, typed: string): Promise<string[]> {
  return namedHere(tx, organisationId, await tx.$queryRaw<OnAdultLadder[]>`SELECT "personId", name, role::text AS role, "isSite" FROM app.adult_ladder(${organisationId}::uuid)`, typed)
}
