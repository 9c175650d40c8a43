import { Prisma } from '#prisma/generated/client.ts'
import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { claimFacts } from './parts/claim-facts.server.ts'
import { may } from './policy.ts'
import { templatesInUse } from './templates.server.ts'
import { whatIsMissing } from './what-is-missing.ts'

/** The learners of a setting on a specification who are in no batch, those signed off first; of each what is missing, in words. */
export async function whoToClaim(viewer: Viewer, input: { organisationId: string; specificationId: string; templateId?: string }) {
  const { organisationId, specificationId, templateId } = z.object({ organisationId: z.uuid(), specificationId: z.uuid(), templateId: z.uuid().optional() }).parse(input)
  return read(viewer, async (tx) => {
    const [specification, place] = [await tx.specification.findUnique({ where: { id: specificationId }, select: { id: true, title: true, version: true, isExample: true } }), await tx.organisation.findUnique({ where: { id: organisationId }, select: { name: true } })]
    if (!specification || !place) throw new NotFound()
    authorize(may.claim, viewer, organisationId)
    const templates = await templatesInUse(tx, [organisationId])
    const template = templates.find(({ id }) => id === templateId) ?? templates[0]
    const which = Prisma.sql`r."organisationId" = ${organisationId}::uuid AND r."specificationId" = ${specificationId}::uuid AND r."withdrawnAt" IS NULL
      AND NOT EXISTS (SELECT FROM "Claim" c WHERE c."registrationId" = r.id AND c."takenOutAt" IS NULL)`
    const found = await claimFacts(tx, which, { needsUln: template?.needsUln ?? true, take: 200 })
    return {
      specification, organisationId, where: place.name, templates: templates.map(({ id, name, needsUln }) => ({ id, name, needsUln })), templateId: template?.id ?? null,
      learners: found.map((one) => ({ registrationId: one.registrationId, name: one.name, fullName: one.fullName, hasDetails: one.details !== null, onDocuments: one.details ? `${one.details.forenames} ${one.details.surname}` : null, missing: whatIsMissing(one) })),
    }
  })
}
