import type { Rung } from '#prisma/generated/enums.ts'
import type { Tx } from '../db/transaction.server.ts'
import { newId } from '../db/new-id.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { tell } from '../live/tell.server.ts'
import { webhookCall } from '../reaching/webhook-call.ts'
import { adultLetter } from './adult-letter.ts'

type Told = { id: string; organisationId: string }

/** Tells these people that something needs them: their open pages, a letter each, and a call to the setting's webhook and to its delivery site's, which is held back wherever somebody's phone may ring who does not read it. Whose it is and what it is about, none says. */
export async function tellAdultRung(tx: Tx, { id: adultConcernId, organisationId }: Told, rung: Rung, people: readonly string[], event: 'concern:raised' | 'concern:climbed') {
  for (const personId of people) {
    await tell(tx, `person:${personId}`, event, { concernId: adultConcernId })
    await enqueue(tx, adultLetter, { adultConcernId, personId, rung })
  }
  if (people.length === 0) return
  for (const to of ['setting', 'site'] as const) await enqueue(tx, webhookCall, { id: newId(), organisationId, concernId: null, adultConcernId, rung, to, tried: 0 }, { group: organisationId })
}

/** Where nobody of those a step told is there, the database told who stands above them: these hear of it in the same way, now. */
export async function tellAdultsAbove(tx: Tx, told: Told) {
  const above = await tx.$queryRaw<{ rung: Rung; people: string[] }[]>`SELECT rung, people FROM app.adults_told_above(${told.id}::uuid)`
  for (const { rung, people } of above) await tellAdultRung(tx, told, rung, people, 'concern:raised')
}
