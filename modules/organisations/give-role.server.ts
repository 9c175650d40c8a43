import { z } from 'zod'
import { Role } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { dropSockets } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const GiveRole = z.object({ organisationId: z.uuid(), personId: z.uuid(), role: z.enum(Role), endsAt: z.coerce.date().optional() })

/** Gives somebody who has a sign-in already a further role in an organisation, from now, perhaps until a day. */
export async function giveRole(viewer: Viewer, input: z.input<typeof GiveRole>): Promise<string> {
  const { organisationId, personId, role, endsAt } = GiveRole.parse(input)
  return change(viewer, async (tx) => {
    const place = await tx.organisation.findUnique({ where: { id: organisationId } })
    if (!place) throw new NotFound()
    authorize(may.giveRole, viewer, role, place, personId)
    const id = newId()
    await tx.membership.createMany({ data: [{ id, organisationId, personId, role, givenById: viewer.id, endsAt }] })
    await record(tx, viewer, 'organisation.role-given', { organisationId, subjectId: personId, role })
    await dropSockets(tx, personId)
    return id
  })
}
