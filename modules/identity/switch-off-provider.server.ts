import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const SwitchOffProvider = z.object({ providerId: z.uuid() })

/** A coordinator switches the school's own sign-in off: from this moment nobody comes in by it. Who it knows stays known, for when it is on again. */
export async function switchOffProvider(viewer: Viewer, input: z.input<typeof SwitchOffProvider>): Promise<{ organisationId: string }> {
  const { providerId } = SwitchOffProvider.parse(input)
  return change(viewer, async (tx) => {
    const provider = await tx.identityProvider.findUnique({ where: { id: providerId }, select: { organisationId: true } })
    if (!provider) throw new NotFound()
    authorize(may.addIdentityProvider, viewer, provider.organisationId)
    const { count } = await tx.identityProvider.updateMany({ where: { id: providerId, switchedOffAt: null }, data: { switchedOffAt: now(), switchedOffById: viewer.id } })
    if (count === 0) throw new Conflict('It was off already.')
    await record(tx, viewer, 'identity.provider-switched-off', { organisationId: provider.organisationId, subjectId: providerId })
    return provider
  })
}
