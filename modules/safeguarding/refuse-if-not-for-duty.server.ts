import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { refuseIfUnvetted } from '../vetting/refuse-if-unvetted.server.ts'
import { adultsOnLadder } from './adults-on-ladder.server.ts'
import { standsOn } from './states.ts'

/** On duty is who stands on the first rung. A youth worker with their checks in date; a lead or deputy always may be: concerns reach them either way. */
export async function refuseIfNotForDuty(tx: Tx, viewer: Viewer, who: { organisationId: string; personId: string }): Promise<void> {
  const roles = (await adultsOnLadder(tx, who.organisationId)).filter(({ personId, role }) => personId === who.personId && standsOn.first.includes(role)).map(({ role }) => role)
  if (roles.length === 0) throw new Conflict('On duty are youth workers, safeguarding leads and deputies of the setting.')
  if (roles.every((role) => role === 'youth_worker')) await refuseIfUnvetted(tx, viewer, { ...who, roles: ['youth_worker'] })
}
