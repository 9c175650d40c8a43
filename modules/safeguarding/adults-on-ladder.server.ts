import type { Tx } from '../db/transaction.server.ts'
import type { AdultToTell } from './states.ts'

/** The adults of an organisation's ladder, with who is on duty now. */
export const adultsOnLadder = (tx: Tx, organisationId: string) =>
  tx.$queryRaw<AdultToTell[]>`SELECT "personId", name, role::text AS role, "hereUntil" FROM app.adults_to_tell(${organisationId}::uuid) ORDER BY name`
