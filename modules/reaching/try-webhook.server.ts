import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { countDoing } from '../identity/tries.server.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'
import { webhookCall } from './webhook-call.ts'

export const TryWebhook = z.object({ id: z.uuid(), organisationId: z.uuid() })

/** Sends a message that says it is a trial, once. What came of it stands on the page. */
export async function tryWebhook(viewer: Viewer, input: z.input<typeof TryWebhook>): Promise<void> {
  const { id, organisationId } = TryWebhook.parse(input)
  authorize(may.tryWebhook, viewer, organisationId)
  await countDoing('trial', organisationId)
  await change(viewer, async (tx) => {
    if (!(await tx.webhook.findFirst({ where: { organisationId, endedAt: null }, select: { id: true } }))) throw new Conflict('There is no webhook to try. Look at the page again.')
    await record(tx, viewer, 'webhook.tried', { organisationId, subjectId: id })
    await enqueue(tx, webhookCall, { id, organisationId, concernId: null, rung: null, to: 'setting', tried: 0, byId: viewer.id }, { group: organisationId })
  })
}
