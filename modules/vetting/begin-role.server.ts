import { z } from 'zod'
import { Prisma } from '#prisma/generated/client.ts'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { dropSockets } from '../live/tell.server.ts'
import { notBegun, waits } from '../organisations/not-begun.ts'
import { mayGiveRole } from '../organisations/roles-given.ts'
import { authorize } from '../policy.ts'
import { inSentence } from './checks.ts'
import { adultsIn } from './register-of.server.ts'

export const BeginRole = z.object({ membershipId: z.uuid() })

/** Whoever may give a role lets one begin that has waited for checks, once everything is there. The database asks again. */
export async function beginRole(viewer: Viewer, input: z.input<typeof BeginRole>): Promise<{ organisationId: string; personId: string }> {
  const { membershipId } = BeginRole.parse(input)
  return change(viewer, async (tx) => {
    const found = await tx.membership.findUnique({ where: { id: membershipId }, include: { organisation: true } })
    if (!found) throw new NotFound()
    const { organisationId, personId, role } = found
    authorize(mayGiveRole, viewer, role, found.organisation, personId)
    if (!waits(found, now())) {
      if (found.startsAt <= now() && found.endsAt === null) return { organisationId, personId } // the same form, sent again
      throw new Conflict('That role does not wait any more.')
    }
    const [person] = await adultsIn(tx, organisationId, { personId })
    const asked = await tx.$queryRaw<{ kind: string }[]>`SELECT kind FROM app.vetting_asked(${organisationId}::uuid) WHERE role::text = ${role}`
    const missing = person?.cells.filter(({ kind, standing }) => asked.some((one) => one.kind === kind) && (standing === 'none' || standing === 'out')) ?? []
    if (missing.length > 0) throw new Conflict(`It cannot begin yet. Still missing or run out: ${missing.map(({ kind }) => inSentence(kind)).join('; ')}.`)
    // Who begins a setting they support, a programme lead, does not read its register; the database looks all the same.
    await tx.membership.updateMany({ where: { id: membershipId, startsAt: notBegun }, data: { startsAt: now() } }).catch((error: unknown) => {
      throw error instanceof Prisma.PrismaClientKnownRequestError && error.message.includes('BL010') ? new Conflict('It cannot begin yet: a check is missing or has run out. Their coordinator or safeguarding lead knows which.') : error
    })
    await record(tx, viewer, 'organisation.role-begun', { organisationId, subjectId: personId, role })
    await dropSockets(tx, personId)
    return { organisationId, personId }
  })
}
