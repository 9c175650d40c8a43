import type { z } from 'zod'
import { after, now } from '../clock.ts'
import { asSystem } from '../db/as-system.server.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { tell } from '../live/tell.server.ts'
import { callOut } from './call-out.server.ts'
import { messageFor } from './message-for.server.ts'
import { noteAttempt } from './note-attempt.server.ts'
import { signMessage } from './sign-message.server.ts'
import { triedAgainAfter } from './tried-again.ts'
import { webhookCall } from './webhook-call.ts'

/**
 * Calls a webhook, and writes down what came of it and the next try in one transaction. A process that dies between the two leaves the job to be
 * done again: the message comes twice, under the same id, and never not at all.
 */
export async function sendToWebhook(call: z.infer<typeof webhookCall.data>): Promise<void> {
  const { id, organisationId, concernId, adultConcernId, rung, tried, byId } = call
  const message = await asSystem('find where a webhook goes, and what it says', (tx) => messageFor(tx, call))
  if (!message) return tried > 0 ? noteGivenUp(call) : undefined
  const { webhookId, organisationOf, address, body, secrets, isHeldBack } = message
  const answer = isHeldBack ? null : await callOut(address, { body, headers: signMessage({ id, at: now(), body, secrets }) })
  const wait = concernId ?? adultConcernId ? triedAgainAfter[tried] : undefined
  const outcome = !answer ? 'held_back' : !answer.trouble ? 'done' : wait === undefined ? 'given_up' : 'waits'

  await asSystem('note what came of calling a webhook', async (tx) => {
    const isNew = await noteAttempt(tx, { organisationId, concernId, adultConcernId, rung, way: 'webhook', webhookId, messageId: id, tried, outcome, trouble: answer?.trouble ?? null, status: answer?.status ?? null })
    if (isNew && outcome === 'waits') await enqueue(tx, webhookCall, { ...call, tried: tried + 1 }, { at: after(wait!), group: organisationOf })
    if (byId) await tell(tx, `person:${byId}`, 'webhook:tried')
  })
}

/** It was not taken, and meanwhile the webhook was ended: nobody is called any more, which must not look as if it were still tried. Where this try is on record already, nothing is added. */
const noteGivenUp = ({ id, organisationId, concernId, adultConcernId, rung, tried }: z.infer<typeof webhookCall.data>) => asSystem('note that nobody is called any more', async (tx) => {
  const [last] = await tx.$queryRaw<{ webhookId: string | null }[]>`SELECT "webhookId" FROM (SELECT "webhookId", tried FROM "ConcernAttempt" WHERE "messageId" = ${id}::uuid UNION ALL SELECT "webhookId", tried FROM "AdultAttempt" WHERE "messageId" = ${id}::uuid) tries ORDER BY tried DESC LIMIT 1`
  await noteAttempt(tx, { organisationId, concernId, adultConcernId, rung, way: 'webhook', webhookId: last?.webhookId ?? null, messageId: id, tried, outcome: 'given_up' })
})
