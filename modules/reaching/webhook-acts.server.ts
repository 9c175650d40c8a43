import type { WebhookAct } from '#prisma/generated/enums.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { may } from './policy.ts'

export type WebhookActToSee = { actId: string; what: WebhookAct; organisationId: string; organisationName: string; byName: string | null; at: Date; mayOpen: boolean }

/** What a colleague did to a setting's webhook and nobody else has seen yet, newest first: for the others who keep it, and for the head where there is no other. */
export const webhookActs = async (viewer: Viewer): Promise<WebhookActToSee[]> => (await read(viewer, (tx) => tx.$queryRaw<Omit<WebhookActToSee, 'mayOpen'>[]>`
  SELECT a."actId", a.what::text AS what, a."organisationId", o.name AS "organisationName", (SELECT p.name FROM "Person" p WHERE p.id = a."byId") AS "byName", a.at
  FROM app.webhook_acts_to_see() a JOIN "Organisation" o ON o.id = a."organisationId" ORDER BY a.at DESC, a."actId" LIMIT 50`)).map((act) => ({ ...act, mayOpen: may.tryWebhook(viewer, act.organisationId) }))
