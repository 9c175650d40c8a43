import { z } from 'zod'

/**
 * One message to a webhook: the job's name and what it carries. `id` is the message's own and stays the same however often it is tried. `to`: the setting's
 * webhook, or that of the delivery site that supports it. With no concern, of a child or about an adult, it is a trial, which `byId` asked for.
 */
export const webhookCall = {
  name: 'reaching.webhook-call',
  data: z.object({ id: z.uuid(), organisationId: z.uuid(), concernId: z.uuid().nullable(), adultConcernId: z.uuid().optional(), rung: z.enum(['first', 'deputies', 'head', 'delivery_site']).nullable(), to: z.enum(['setting', 'site']), tried: z.number().int(), byId: z.uuid().optional() }),
}
