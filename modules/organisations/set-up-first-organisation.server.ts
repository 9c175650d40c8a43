import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { after, days } from '../clock.ts'
import { makeWrappingKey } from '../crypto/wrapping-keys.server.ts'
import { asSystem } from '../db/as-system.server.ts'
import { newId } from '../db/new-id.ts'
import { Conflict } from '../errors.ts'
import { hashOfToken, newToken } from '../identity/token.server.ts'

export const FirstOrganisation = z.object({
  name: z.string().trim().min(2).max(120),
  kind: z.enum(['school', 'youth_club', 'college', 'community_group', 'delivery_site']),
  fullName: z.string().trim().min(2).max(120),
})

/**
 * The very first organisation of a new Belay, and the invitation of its first person: a programme lead of a delivery site, or the head of
 * a setting that stands alone. Gives back the token of the invitation. Works once: when there is any organisation it refuses.
 */
export const setUpFirstOrganisation = (input: z.input<typeof FirstOrganisation>) => {
  const { name, kind, fullName } = FirstOrganisation.parse(input)
  return asSystem('set up the first organisation', async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(48263)`
    if ((await tx.organisation.count()) > 0) throw new Conflict('This Belay has been set up already.')
    const organisationId = newId()
    await tx.organisation.createMany({ data: [{ id: organisationId, name, kind }] })
    await makeWrappingKey(tx, organisationId)
    const token = newToken()
    const role = kind === 'delivery_site' ? 'programme_lead' as const : 'head' as const
    await tx.invitation.createMany({ data: [{ organisationId, role, fullName, tokenHash: hashOfToken(token), expiresAt: after(days(7)) }] })
    await record(tx, null, 'organisation.set-up', { organisationId, subjectId: organisationId })
    return { organisationId, token }
  })
}
