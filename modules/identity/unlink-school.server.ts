import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { keepAWayIn } from './parts/keep-a-way-in.server.ts'
import { requireProof } from './recent-proof.server.ts'

export const UnlinkSchool = z.object({ identityId: z.uuid() })

/** Somebody no longer signs in with their school's account. Not when it is their only way in. */
export async function unlinkSchool(viewer: Viewer, input: z.input<typeof UnlinkSchool>): Promise<void> {
  const { identityId } = UnlinkSchool.parse(input)
  await atTheDoor('change a sign-in method', async (tx) => {
    await requireProof(tx, viewer)
    const { count } = await tx.externalIdentity.deleteMany({ where: { id: identityId, personId: viewer.id } })
    if (count === 0) throw new NotFound()
    await keepAWayIn(tx, viewer.id)
    await record(tx, viewer, 'identity.school-unlinked', { subjectId: viewer.id })
  })
}
