import type { Viewer, Visitor } from './viewer.ts'
import { inTransaction, type Tx } from './transaction.server.ts'

type Question = { ask: (tx: Tx) => Promise<void>; refuse: (error: unknown) => void }
const waiting = new WeakMap<Viewer | Visitor, Question[]>()

/**
 * Reads as this viewer: what they may not see does not exist. What is asked for the same viewer before the transaction has begun is read in
 * it too, because opening one costs more than most questions do: Today opened eight. Nothing can be written in it: an answer is given before
 * the transaction ends.
 */
export const read = <Result>(viewer: Viewer | Visitor, work: (tx: Tx) => Promise<Result>): Promise<Result> => new Promise((resolve, refuse) => {
  const question: Question = { ask: (tx) => Promise.resolve(tx).then(work).then(resolve, refuse), refuse }
  const others = waiting.get(viewer)
  if (others) others.push(question)
  else readTogether(viewer, [question])
})

function readTogether(viewer: Viewer | Visitor, questions: Question[]) {
  waiting.set(viewer, questions)
  inTransaction('app', { ...whoIs(viewer), isReadOnly: true }, async (tx) => {
    waiting.delete(viewer)
    // One after the other: Prisma sends what is asked of a transaction at once as a batch, and after an error in it answers the rest with nothing.
    for (const { ask } of questions) await ask(tx)
  }).catch((error: unknown) => {
    if (waiting.get(viewer) === questions) waiting.delete(viewer)
    for (const { refuse } of questions) refuse(error)
  })
}

export const whoIs = (viewer: Viewer | Visitor) => ('menteeId' in viewer ? { visitor: viewer.menteeId } : { viewer: viewer.id })
