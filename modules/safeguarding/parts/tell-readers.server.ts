import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { tell } from '../../live/tell.server.ts'
import { adultsToTell } from './adults-to-tell.server.ts'
import { thoseConcerned, type ConcernAsViewer } from './concern-as-viewer.server.ts'

/** Tells everybody else who reads a concern that its chronology has a new line. Once it is taken on, youth workers no longer read it: they do not hear of it either. */
export async function tellReaders(tx: Tx, viewer: Viewer, concern: ConcernAsViewer): Promise<void> {
  const readers = (await adultsToTell(tx, concern.organisationId)).filter((adult) => !concern.takingOn || adult.role !== 'youth_worker').map((adult) => adult.personId)
  for (const personId of thoseConcerned(concern).filter((one) => one !== viewer.id && one !== concern.raisedById && readers.includes(one)))
    await tell(tx, `person:${personId}`, 'concern:noted', { concernId: concern.id })
}
