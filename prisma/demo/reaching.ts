import { newId } from '#modules/db/new-id.ts'
import { endWebhook } from '#modules/reaching/end-webhook.server.ts'
import { setWebhook } from '#modules/reaching/set-webhook.server.ts'
import type { Cast } from './people.ts'

/** Harbour had a gateway for text messages, and ended it: nothing of the demo goes out into the world. */
export async function fillReaching({ people, harbour }: Cast) {
  const id = newId()
  await setWebhook(people.bea!, { id, organisationId: harbour, address: 'https://texts.example/hooks/harbour', reaches: ['safeguarding_lead', 'deputy_lead'] })
  await endWebhook(people.bea!, { webhookId: id })
}
