import type { Viewer, Visitor } from './viewer.ts'
import { inTransaction, type Tx } from './transaction.server.ts'

/** Reads as this viewer: what they may not see does not exist. One a loader, not one a query. */
export const read = <Result>(viewer: Viewer | Visitor, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  inTransaction('app', whoIs(viewer), work)

export const whoIs = (viewer: Viewer | Visitor) => ('menteeId' in viewer ? { visitor: viewer.menteeId } : { viewer: viewer.id })
