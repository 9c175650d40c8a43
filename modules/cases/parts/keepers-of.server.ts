import type { Tx } from '../../db/transaction.server.ts'
import { adultsOnLadder } from '../../safeguarding/adults-on-ladder.server.ts'
import type { ConcernAsViewer } from '../../safeguarding/concern-as-viewer.server.ts'

/** Who has a case now: whoever looks after it, or said “I have it”. */
export const whoHasIt = ({ head, receipt, takingOn }: ConcernAsViewer): string | null => head?.holderId ?? (takingOn ? null : (receipt?.byId ?? null))

/** Those who may look after a case now: leads and deputies, a head who was told or brought in; nobody it is kept from. */
export async function keepersOf(tx: Tx, { organisationId, alerts, readers, keptFrom }: ConcernAsViewer) {
  const told = alerts.filter((alert) => alert.rung !== 'delivery_site').map((alert) => alert.personId).concat(readers.map((reader) => reader.personId))
  return (await adultsOnLadder(tx, organisationId)).filter(({ personId, role }) =>
    !keptFrom.some((kept) => kept.personId === personId)
    && (role === 'safeguarding_lead' || role === 'deputy_lead' || (role !== 'youth_worker' && told.includes(personId))))
}
