import { defineJob, type Job } from '../jobs/job.ts'
import { purgeAttemptsDaily } from './purge-attempts.server.ts'
import { sendToWebhook } from './send-to-webhook.server.ts'
import { webhookCall } from './webhook-call.ts'

/** What reaches people from outside a page. One slow gateway holds up nobody else's. A process that dies while it calls is taken for dead after half a minute, and another calls. */
export const reachingJobs: readonly Job[] = [defineJob({ ...webhookCall, seconds: 30, atOnce: { all: 8, ofAGroup: 2 }, work: sendToWebhook }), purgeAttemptsDaily]
