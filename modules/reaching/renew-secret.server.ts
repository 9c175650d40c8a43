import { z } from 'zod'
import { changeOnce } from '../db/change-once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { makeSecret } from './make-secret.server.ts'
import { may } from './policy.ts'

export const RenewSecret = z.object({ id: z.uuid(), organisationId: z.uuid() })

/** A new secret for a setting's webhook, shown this once. For a day messages are signed with the one before it too, so that the other end can be changed in between. */
export async function renewSecret(viewer: Viewer, input: z.input<typeof RenewSecret>): Promise<{ secret: string | null }> {
  const { id, organisationId } = RenewSecret.parse(input)
  authorize(may.keepWebhook, viewer, organisationId)
  let secret: string | null = null
  await changeOnce(viewer, async (tx) => {
    secret = null
    if (await tx.webhookSecret.findUnique({ where: { id }, select: { id: true } })) return
    const webhook = await tx.webhook.findFirst({ where: { organisationId, endedAt: null }, select: { id: true } })
    if (!webhook) throw new NotFound()
    secret = await makeSecret(tx, viewer, { id, webhookId: webhook.id, organisationId })
  }, { mine: (tx) => tx.webhookSecret.findUnique({ where: { id }, select: { id: true } }), otherwise: 'Look at the page again.' })
  return { secret }
}
