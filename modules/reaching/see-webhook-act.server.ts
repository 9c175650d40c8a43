import { z } from 'zod'
import { WebhookAct } from '#prisma/generated/enums.ts'
import { seeAct } from '../audit/see-act.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const SeeWebhookAct = z.object({ actId: z.uuid(), what: z.enum(WebhookAct), organisationId: z.uuid() })

/** Somebody else says that they have seen what a colleague did to a setting's webhook. */
export async function seeWebhookAct(viewer: Viewer, input: z.input<typeof SeeWebhookAct>): Promise<void> {
  const act = SeeWebhookAct.parse(input)
  authorize(may.seeWebhookAct, viewer, act.organisationId)
  await seeAct(viewer, { toSee: 'webhook_acts_to_see', seen: 'WebhookSeen', kind: 'webhook.seen' }, act)
}
