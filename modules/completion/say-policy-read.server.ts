import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { policyThatCounts } from './parts/policy-that-counts.server.ts'
import { may } from './policy.ts'

export const SayPolicyRead = z.object({ policyId: z.uuid(), read: z.literal('yes', 'Tick the box once you have read it.') })

/** A mentor says that they have read the policy that binds in their setting. */
export async function sayPolicyRead(viewer: Viewer, input: { policyId: string; read?: string }): Promise<void> {
  const { policyId } = SayPolicyRead.parse(input)
  await change(viewer, async (tx) => {
    const policy = await tx.settingPolicy.findUnique({ where: { id: policyId } })
    if (!policy) throw new NotFound()
    const { organisationId } = policy
    authorize(may.sign, viewer, organisationId)
    if ((await policyThatCounts(tx, organisationId))?.id !== policyId) throw new Conflict('There is a newer policy since you opened this page. Read that one, please.')
    const { count } = await tx.policyReading.createMany({ data: [{ policyId, personId: viewer.id, organisationId }], skipDuplicates: true })
    if (count === 0) return
    await record(tx, viewer, 'completion.policy-read', { organisationId, subjectId: viewer.id, policyId })
    await tell(tx, `person:${viewer.id}`, 'completion:changed', { organisationId })
  })
}
