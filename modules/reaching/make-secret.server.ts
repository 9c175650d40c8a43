import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { newSecret } from './sign-message.server.ts'

/** A new secret of a webhook, sealed, and given back to be shown once. */
export async function makeSecret(tx: Tx, viewer: Viewer, { id, webhookId, organisationId }: { id: string; webhookId: string; organisationId: string }): Promise<string> {
  const secret = newSecret()
  const seal = await sealNew(tx, { table: 'WebhookSecret', id, organisationId })
  await tx.webhookSecret.createMany({ data: [{ id, organisationId, webhookId, byId: viewer.id, secret: seal('secret', secret) }] })
  await record(tx, viewer, 'webhook.secret-made', { organisationId, subjectId: webhookId })
  return secret
}
