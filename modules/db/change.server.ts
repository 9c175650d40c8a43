import type { Viewer, Visitor } from './viewer.ts'
import { inTransaction, type Tx } from './transaction.server.ts'
import { whoIs } from './read.server.ts'

/** Changes something as this viewer, in one transaction: the deed, its act, its news and its jobs, all or nothing. */
export const change = <Result>(viewer: Viewer | Visitor, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  inTransaction('app', whoIs(viewer), work)
