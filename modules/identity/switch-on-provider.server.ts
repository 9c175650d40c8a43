import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const SwitchOnProvider = z.object({ providerId: z.uuid() })

/** A coordinator switches the school's own sign-in on again. */
export async function switchOnProvider(viewer: Viewer, input: z.input<typeof SwitchOnProvider>): Promise<{ organisationId: string }> {
  const { providerId } = SwitchOnProvider.parse(input)
  return change(viewer, async (tx) => {
    const provider = await tx.identityProvider.findUnique({ where: { id: providerId }, select: { organisationId: true } })
    if (!provider) throw new NotFound()
    authorize(may.addIdentityProvider, viewer, provider.organisationId)
    const { count } = await tx.identityProvider.updateMany({ where: { id: providerId, switchedOffAt: { not: null } }, data: { switchedOffAt: null, switchedOffById: null } })
    if (count === 0) throw new Conflict('It was on already.')
    await record(tx, viewer, 'identity.provider-switched-on', { organisationId: provider.organisationId, subjectId: providerId })
    return provider
  })
}
