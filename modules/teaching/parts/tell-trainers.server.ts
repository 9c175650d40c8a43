import type { Tx } from '../../db/transaction.server.ts'
import { tell } from '../../live/tell.server.ts'
import type { TrainersNews } from '../events.ts'

/** Tells those who teach a sitting, and nobody else. */
export async function tellTrainers(tx: Tx, cohortId: string, sessionId: string, event: TrainersNews): Promise<void> {
  for (const { personId } of await tx.cohortMember.findMany({ where: { cohortId, part: 'trainer', leftAt: null }, select: { personId: true } }))
    await tell(tx, `person:${personId}`, event, { sessionId })
}
