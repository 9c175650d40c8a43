import type { Rung } from '#prisma/generated/enums.ts'
import type { Tx } from '../db/transaction.server.ts'
import { newId } from '../db/new-id.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { tell } from '../live/tell.server.ts'
import { webhookCall } from '../reaching/webhook-call.ts'
import { alertLetter } from './alert-letter.ts'
import type { AdultToTell } from './states.ts'

/** Tells everybody of a rung, all in this transaction: the row that says so, the news to their open pages, a letter each, and a call to the setting's webhook, if it has one; from the last rung to the delivery site's too. */
export async function tellRung(tx: Tx, concern: { id: string; organisationId: string }, rung: Rung, people: readonly AdultToTell[], event: 'concern:raised' | 'concern:climbed') {
  if (people.length === 0) return
  // Two clocks may climb to the same rung: told once is told, but they are called again.
  await tx.concernAlert.createMany({ data: people.map(({ personId }) => ({ id: newId(), organisationId: concern.organisationId, concernId: concern.id, personId, rung })), skipDuplicates: true })
  for (const { personId } of people) {
    await tell(tx, `person:${personId}`, event, { concernId: concern.id })
    await enqueue(tx, alertLetter, { concernId: concern.id, personId, rung })
  }
  const call = (to: 'setting' | 'site', group: string) => enqueue(tx, webhookCall, { id: newId(), organisationId: concern.organisationId, concernId: concern.id, rung, to, tried: 0 }, { group })
  await call('setting', concern.organisationId)
  if (rung !== 'delivery_site') return
  const place = await tx.organisation.findUnique({ where: { id: concern.organisationId }, select: { supportedById: true } })
  await call('site', place?.supportedById ?? concern.organisationId)
}
