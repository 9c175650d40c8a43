import { newId } from '#modules/db/new-id.ts'
import { endWebhook } from '#modules/reaching/end-webhook.server.ts'
import { seeWebhookAct } from '#modules/reaching/see-webhook-act.server.ts'
import { setWebhook } from '#modules/reaching/set-webhook.server.ts'
import { webhookActs } from '#modules/reaching/webhook-acts.server.ts'
import type { Cast } from './people.ts'

/** Harbour had a gateway for text messages, and ended it, which its deputy has seen: nothing of the demo goes out into the world. */
export async function fillReaching({ people, harbour }: Cast) {
  const id = newId()
  await setWebhook(people.bea!, { id, organisationId: harbour, address: 'https://texts.example/hooks/harbour', reaches: ['safeguarding_lead', 'deputy_lead'] })
  await endWebhook(people.bea!, { webhookId: id })
  for (const { actId, what, organisationId } of await webhookActs(people.hugo!)) await seeWebhookAct(people.hugo!, { actId, what, organisationId })
}
