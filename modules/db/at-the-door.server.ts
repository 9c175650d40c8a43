import { inTransaction, type Tx } from './transaction.server.ts'

/** Everything that may happen before there is a viewer. A new purpose is a new line here, and a reason in review. */
export type DoorPurpose =
  | 'sign in' | 'look up a session' | 'end a session' | 'step up' | 'change a sign-in method'
  | 'answer a school sign-in' | 'take up an invitation' | 'join with a code' | 'come back in' | 'set up the first organisation'
  | 'let a mentee in' | 'keep a form' | 'verify a badge' | 'confirm a receipt' | 'read a calendar feed'

/** Works at the door: as the role `door`, which reaches the identity tables and nothing else. */
export const atTheDoor = <Result>(_purpose: DoorPurpose, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  inTransaction('door', {}, work)
