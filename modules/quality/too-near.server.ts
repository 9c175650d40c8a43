import type { Tx } from '../db/transaction.server.ts'
import { Forbidden } from '../errors.ts'

const says: Record<string, string> = {
  self: 'This is about you, so a colleague looks at it.',
  decided: 'You decided some of what they handed in, so another quality assurer looks at it.',
  wrote: 'You wrote some of their evidence, so another quality assurer looks at it.',
  taught: 'You taught their course, so another quality assurer looks at it.',
  assessed: 'You assessed others of their course, so another quality assurer looks at it.',
}

/** Why the viewer may not look this learner's assessment over, in words; null where nothing stands in the way. */
export async function tooNear(tx: Tx, learnerId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ how: string | null }[]>`SELECT app.too_near(${learnerId}::uuid) AS how`
  return row?.how ? (says[row.how] ?? says.taught!) : null
}

export async function refuseIfTooNear(tx: Tx, learnerId: string): Promise<void> {
  const why = await tooNear(tx, learnerId)
  if (why) throw new Forbidden(why)
}
