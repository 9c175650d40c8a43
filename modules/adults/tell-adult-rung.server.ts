import type { Rung } from '#prisma/generated/enums.ts'
import type { Tx } from '../db/transaction.server.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { tell } from '../live/tell.server.ts'
import { adultLetter } from './adult-letter.ts'

/** Tells these people that something needs them: their open pages, and a letter each. Whose it is and what it is about, neither says. */
export async function tellAdultRung(tx: Tx, adultConcernId: string, rung: Rung, people: readonly string[], event: 'concern:raised' | 'concern:climbed') {
  for (const personId of people) {
    await tell(tx, `person:${personId}`, event, { concernId: adultConcernId })
    await enqueue(tx, adultLetter, { adultConcernId, personId, rung })
  }
}

/** Where nobody of those a step told is there, the database told who stands above them: these hear of it in the same way, now. */
export async function tellAdultsAbove(tx: Tx, adultConcernId: string) {
  const above = await tx.$queryRaw<{ rung: Rung; people: string[] }[]>`SELECT rung, people FROM app.adults_told_above(${adultConcernId}::uuid)`
  for (const { rung, people } of above) await tellAdultRung(tx, adultConcernId, rung, people, 'concern:raised')
}
