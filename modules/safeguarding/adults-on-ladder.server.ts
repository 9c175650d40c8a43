import type { Tx } from '../db/transaction.server.ts'
import type { AdultToTell } from './states.ts'

/** The adults of an organisation's ladder, with who is on duty now, and who is away and covered by whom. */
export const adultsOnLadder = (tx: Tx, organisationId: string) =>
  tx.$queryRaw<AdultToTell[]>`
    SELECT a."personId", a.name, a.role::text AS role, a."hereUntil", w."coverId" FROM app.adults_to_tell(${organisationId}::uuid) a LEFT JOIN app.away_now(${organisationId}::uuid) w ON w."personId" = a."personId" ORDER BY a.name`
