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

const WhoToClaim = z.object({ organisationId: z.uuid(), specificationId: z.uuid(), templateId: z.uuid().optional(), /** Those whose name holds this. */ name: z.string().trim().max(80).default('') })
/** As many as a batch holds. */
const atOnce = 200

/** The learners of a setting on a specification who are in no batch, those signed off first: as many as a batch holds, and how many there are; of each what is missing, in words. */
export async function whoToClaim(viewer: Viewer, input: z.input<typeof WhoToClaim>) {
  const { organisationId, specificationId, templateId, name } = WhoToClaim.parse(input)
  return read(viewer, async (tx) => {
    const [specification, place] = [await tx.specification.findUnique({ where: { id: specificationId }, select: { id: true, title: true, version: true, isExample: true } }), await tx.organisation.findUnique({ where: { id: organisationId }, select: { name: true } })]
    if (!specification || !place) throw new NotFound()
    authorize(may.claim, viewer, organisationId)
    const templates = await templatesInUse(tx, [organisationId])
    const template = templates.find(({ id }) => id === templateId) ?? templates[0]
    const which = Prisma.sql`r."organisationId" = ${organisationId}::uuid AND r."specificationId" = ${specificationId}::uuid AND r."withdrawnAt" IS NULL
      AND NOT EXISTS (SELECT FROM "Claim" c WHERE c."registrationId" = r.id AND c."takenOutAt" IS NULL)
      AND (${name} = '' OR EXISTS (SELECT FROM "Person" n WHERE n.id = r."personId" AND (strpos(lower(n."fullName"), lower(${name})) > 0 OR strpos(lower(n.name), lower(${name})) > 0)))`
    const found = await claimFacts(tx, which, { needsUln: template?.needsUln ?? true, take: atOnce })
    const [counted] = await tx.$queryRaw<{ all: number }[]>`SELECT count(*)::int AS "all" FROM "Registration" r WHERE ${which}`
    return {
      specification, organisationId, where: place.name, templates: templates.map(({ id, name, needsUln }) => ({ id, name, needsUln })), templateId: template?.id ?? null,
      all: counted?.all ?? 0, learners: found.map((one) => ({ registrationId: one.registrationId, name: one.name, fullName: one.fullName, hasDetails: one.details !== null, onDocuments: one.details ? `${one.details.forenames} ${one.details.surname}` : null, missing: whatIsMissing(one) })),
    }
  })
}
