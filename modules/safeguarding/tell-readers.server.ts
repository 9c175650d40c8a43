import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { tell } from '../live/tell.server.ts'
import { adultsOnLadder } from './adults-on-ladder.server.ts'
import { thoseConcerned, type ConcernAsViewer } from './concern-as-viewer.server.ts'

/** Tells everybody else who reads a concern that its chronology has a new line. Once it is taken on, youth workers no longer read it: they do not hear of it either, unless they were brought in. */
export async function tellReaders(tx: Tx, viewer: Viewer, concern: ConcernAsViewer): Promise<void> {
  const readers = (await adultsOnLadder(tx, concern.organisationId)).filter((adult) => !concern.takingOn || adult.role !== 'youth_worker').map((adult) => adult.personId)
  const told = thoseConcerned(concern).filter((one) => one !== concern.raisedById && readers.includes(one))
  const broughtIn = concern.readers.map((reader) => reader.personId).filter((one) => !concern.keptFrom.some((kept) => kept.personId === one))
  for (const personId of new Set([...told, ...broughtIn].filter((one) => one !== viewer.id)))
    await tell(tx, `person:${personId}`, 'concern:noted', { concernId: concern.id })
}
