import type { z } from 'zod'
import type { Danger } from '#prisma/generated/enums.ts'
import { days, now } from '../clock.ts'
import { opener } from '../crypto/seal.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import { settings } from '../settings.server.ts'
import type { webhookCall } from './webhook-call.ts'

export type Message = { webhookId: string; organisationOf: string; address: string; body: string; secrets: string[]; isHeldBack: boolean }

/** How near it is, for a gateway that rings differently; nothing else of what a concern says. */
const urgency: Record<Danger, string> = { now: 'now', soon: 'soon', unsure: 'soon', not_now: 'today' }
/** How long a secret still counts beside those made after it. */
const overlap = days(1)

/** Where a message goes, what it says and what signs it; null where there is no webhook, or this try is on record already. */
export async function messageFor(tx: Tx, { id, organisationId, concernId, adultConcernId, rung, to, tried }: z.infer<typeof webhookCall.data>): Promise<Message | null> {
  const [found] = await tx.$queryRaw<{ id: string; organisationOf: string; address: Uint8Array; danger: Danger | null; isHeldBack: boolean }[]>`
    SELECT w.id, w."organisationId" AS "organisationOf", w.address, coalesce(c.danger, d.danger)::text AS danger, coalesce(app.adult_call_is_held_back(d.id, w.id), false) OR EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = c.id AND (k."personId" = w."byId" OR EXISTS (SELECT FROM "WebhookSecret" s WHERE s."webhookId" = w.id AND s."byId" = k."personId")
      OR EXISTS (SELECT FROM "Membership" m WHERE m."personId" = k."personId" AND m."organisationId" = w."organisationId" AND m.role = ANY (w.reaches || '{safeguarding_lead,deputy_lead,programme_lead}'::"Role"[]) AND app.is_current(m."startsAt", m."endsAt")))) AS "isHeldBack"
    FROM "Organisation" o JOIN "Webhook" w ON w."endedAt" IS NULL AND w."organisationId" = CASE ${to} WHEN 'site' THEN o."supportedById" ELSE o.id END LEFT JOIN "Concern" c ON c.id = ${concernId}::uuid LEFT JOIN "AdultConcern" d ON d.id = ${adultConcernId ?? null}::uuid
    WHERE o.id = ${organisationId}::uuid AND NOT EXISTS (SELECT FROM "ConcernAttempt" a WHERE a."messageId" = ${id}::uuid AND a.tried = ${tried}) AND NOT EXISTS (SELECT FROM "AdultAttempt" a WHERE a."messageId" = ${id}::uuid AND a.tried = ${tried})
      -- About an adult the delivery site is called where somebody of it was told on that rung, whichever it is.
      AND (d.id IS NULL OR ${to} = 'setting' OR EXISTS (SELECT FROM "AdultTold" t JOIN "Membership" m ON m."personId" = t."personId" AND m."organisationId" = o."supportedById" AND app.is_current(m."startsAt", m."endsAt") WHERE t."adultConcernId" = d.id AND t.rung::text = ${rung}))`
  if (!found) return null
  const { id: webhookId, organisationOf, danger, isHeldBack } = found
  const made = await tx.webhookSecret.findMany({ where: { webhookId }, orderBy: [{ at: 'desc' }, { id: 'desc' }] })
  // All that are younger than a day and the one before them: made anew three times in an hour, the one the gateway has still signs.
  const counting = made.filter((_secret, place) => place === 0 || made[place - 1]!.at.getTime() + overlap > now().getTime())
  const [openAddress, openSecret] = [await opener(tx, 'Webhook', [webhookId]), await opener(tx, 'WebhookSecret', counting.map((secret) => secret.id))]
  const isTrial = !concernId && !adultConcernId
  const data = !isTrial ? { text: 'Something in Belay needs you. Open Belay.', link: settings().baseUrl, urgency: urgency[danger ?? 'unsure'], rung } : { text: 'This is a trial from Belay. Nobody needs to do anything.', link: settings().baseUrl, urgency: 'trial', rung: null }
  return {
    webhookId, organisationOf, isHeldBack, address: openAddress(webhookId, 'address', found.address)!, secrets: counting.map((one) => openSecret(one.id, 'secret', one.secret)!),
    body: JSON.stringify({ type: isTrial ? 'belay.trial' : 'belay.needs_you', timestamp: now().toISOString(), data }),
  }
}
