import { z } from 'zod'
import { WebhookAct } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const SeeWebhookAct = z.object({ actId: z.uuid(), what: z.enum(WebhookAct), organisationId: z.uuid() })

/** Somebody else says that they have seen what a colleague did to a setting's webhook. The first to say so is on record; then it leaves everybody's Today. */
export async function seeWebhookAct(viewer: Viewer, input: z.input<typeof SeeWebhookAct>): Promise<void> {
  const { actId, what, organisationId } = SeeWebhookAct.parse(input)
  authorize(may.seeWebhookAct, viewer, organisationId)
  await change(viewer, async (tx) => {
    // In one statement, so that of two at once the second finds it seen.
    const count = await tx.$executeRaw`INSERT INTO "WebhookSeen" ("actId", what, "organisationId", "byId") SELECT a."actId", a.what, a."organisationId", ${viewer.id}::uuid FROM app.webhook_acts_to_see() a
      WHERE a."actId" = ${actId}::uuid AND a.what = ${what}::"WebhookAct" AND a."organisationId" = ${organisationId}::uuid ON CONFLICT DO NOTHING`
    if (count) await record(tx, viewer, 'webhook.seen', { organisationId, subjectId: actId })
  })
}
