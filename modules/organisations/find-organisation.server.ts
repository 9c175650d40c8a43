import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const FindOrganisation = z.object({ organisationId: z.uuid() })

/** A setting or a delivery site with its terms, for those who may see how ready it is. */
export async function findOrganisation(viewer: Viewer, input: z.input<typeof FindOrganisation>) {
  const { organisationId } = FindOrganisation.parse(input)
  return read(viewer, async (tx) => {
    const place = await tx.organisation.findUnique({ where: { id: organisationId }, include: { terms: { orderBy: { startsOn: 'asc' } }, supportedBy: { select: { name: true } } } })
    if (!place) throw new NotFound()
    authorize(may.seeReadiness, viewer, place)
    return {
      id: place.id, name: place.name, kind: place.kind, phone: place.phone, supervisionDays: place.supervisionDays, supportedBy: place.supportedBy?.name ?? null,
      terms: place.terms.map(({ id, name, startsOn, endsOn }) => ({ id, name, startsOn: iso(startsOn), endsOn: iso(endsOn) })),
      can: { setTerms: may.setTerms(viewer, place.id), arrange: may.arrange(viewer, place.id) },
    }
  })
}

const iso = (date: Date) => date.toISOString().slice(0, 10)
