import { z } from 'zod'
import type { AttemptOutcome, AttemptTrouble, Role, Rung } from '#prisma/generated/enums.ts'
import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export type Tried = { id: string; at: Date; concernId: string | null; rung: Rung | null; tried: number; outcome: AttemptOutcome; trouble: AttemptTrouble | null; status: number | null }
export type WebhookPage = {
  organisationId: string; organisationName: string; isSite: boolean; keepsIt: boolean; readsConcerns: boolean
  webhook: { id: string; address: string | null; reaches: readonly Role[]; byName: string | null; at: Date; secretAt: Date | null } | null; attempts: Tried[]
}

/** Where a setting is called, and the last attempts: those about a concern for whoever reads it, the trials for everybody who may send one. The address is for those who keep it; the secret is on no page. */
export const findWebhook = (viewer: Viewer, organisationId: string): Promise<WebhookPage> => read(viewer, async (tx) => {
  const place = await tx.organisation.findUnique({ where: { id: z.uuid().parse(organisationId) }, select: { id: true, name: true, kind: true } })
  if (!place) throw new NotFound()
  authorize(may.tryWebhook, viewer, place.id)
  const webhook = await tx.webhook.findFirst({ where: { organisationId: place.id, endedAt: null }, include: { secrets: { select: { at: true }, orderBy: { at: 'desc' }, take: 1 } } })
  const attempts = await tx.concernAttempt.findMany({ where: { way: 'webhook', webhook: { organisationId: place.id } }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 30, select: { id: true, at: true, concernId: true, rung: true, tried: true, outcome: true, trouble: true, status: true } })
  const by = webhook && (await tx.person.findUnique({ where: { id: webhook.byId }, select: { name: true } }))
  return {
    organisationId: place.id, organisationName: place.name, isSite: place.kind === 'delivery_site', keepsIt: may.keepWebhook(viewer, place.id), attempts,
    readsConcerns: viewer.memberships.some((one) => one.organisationId === place.id && (one.role === 'safeguarding_lead' || one.role === 'deputy_lead')),
    webhook: webhook && { id: webhook.id, address: (await opener(tx, 'Webhook', [webhook.id]))(webhook.id, 'address', webhook.address), reaches: webhook.reaches, byName: by?.name ?? null, at: webhook.at, secretAt: webhook.secrets[0]?.at ?? null },
  }
})
