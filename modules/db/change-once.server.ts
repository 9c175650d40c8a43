import { Conflict } from '../errors.ts'
import { change } from './change.server.ts'
import { isTaken } from './once.server.ts'
import { read } from './read.server.ts'
import type { Tx } from './transaction.server.ts'
import type { Viewer, Visitor } from './viewer.ts'

/**
 * Changes what a form may send twice in one moment. Where a unique key says that it is there already, or the work that things have moved on, `mine` looks
 * afresh, as this viewer, whether it is this very one that came before: then it is done, and "done" is true. If it is not, somebody else was first, and the work or `otherwise` says so.
 */
export async function changeOnce(viewer: Viewer | Visitor, work: (tx: Tx) => Promise<void>, { mine, otherwise }: { mine: (tx: Tx) => Promise<unknown>; otherwise: string }): Promise<void> {
  try {
    await change(viewer, work)
  } catch (error) {
    if (!isTaken(error) && !(error instanceof Conflict)) throw error
    if (!(await read(viewer, mine))) throw error instanceof Conflict ? error : new Conflict(otherwise)
  }
}
