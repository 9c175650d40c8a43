import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import { newId } from '../db/new-id.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { authorize } from '../policy.ts'
import { makeSecret } from './make-secret.server.ts'
import { may } from './policy.ts'
import { reachable } from './whose-phones.ts'
import { WebhookAddress } from './webhook-address.server.ts'

export const SetWebhook = z.object({ id: z.uuid(), organisationId: z.uuid(), address: WebhookAddress, reaches: z.array(z.enum(reachable)).min(1, 'Say whose phones ring. Whom a concern is about must not hear of it.') })

/** Somebody who answers for a setting says where it is called when something needs somebody. Gives back the secret its messages are signed with, which is shown this once; sent twice, the second gives none. */
export async function setWebhook(viewer: Viewer, input: z.input<typeof SetWebhook>): Promise<{ secret: string | null }> {
  const { id, organisationId, address, reaches } = SetWebhook.parse(input)
  authorize(may.keepWebhook, viewer, organisationId)
  let secret: string | null = null
  await changeOnce(viewer, async (tx) => {
    secret = null
    if (await tx.webhook.findUnique({ where: { id }, select: { id: true } })) return
    if (await tx.webhook.findFirst({ where: { organisationId, endedAt: null }, select: { id: true } })) throw new Conflict('There is one already. End it first.')
    const seal = await sealNew(tx, { table: 'Webhook', id, organisationId })
    await tx.webhook.createMany({ data: [{ id, organisationId, reaches, byId: viewer.id, address: seal('address', address) }] })
    await record(tx, viewer, 'webhook.set', { organisationId, subjectId: id })
    secret = await makeSecret(tx, viewer, { id: newId(), webhookId: id, organisationId })
  }, { mine: (tx) => tx.webhook.findUnique({ where: { id }, select: { id: true } }), otherwise: 'A colleague has just set one. Look at the page again.' })
  return { secret }
}
