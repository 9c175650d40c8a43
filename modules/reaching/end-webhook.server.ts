import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const EndWebhook = z.object({ webhookId: z.uuid() })

/** A setting is not called there any more. Pressed twice, it is ended once. */
export async function endWebhook(viewer: Viewer, input: z.input<typeof EndWebhook>): Promise<void> {
  const { webhookId } = EndWebhook.parse(input)
  await change(viewer, async (tx) => {
    const webhook = await tx.webhook.findUnique({ where: { id: webhookId }, select: { organisationId: true } })
    if (!webhook) throw new NotFound()
    authorize(may.keepWebhook, viewer, webhook.organisationId)
    const { count } = await tx.webhook.updateMany({ where: { id: webhookId, endedAt: null }, data: { endedAt: now(), endedById: viewer.id } })
    if (count) await record(tx, viewer, 'webhook.ended', { organisationId: webhook.organisationId, subjectId: webhookId })
  })
}
