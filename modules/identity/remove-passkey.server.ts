import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { keepAWayIn } from './parts/keep-a-way-in.server.ts'
import { requireProof } from './recent-proof.server.ts'

export const RemovePasskey = z.object({ passkeyId: z.uuid() })

/** Somebody takes one of their passkeys away: a lost phone opens nothing more. Not their last way in. */
export async function removePasskey(viewer: Viewer, input: z.input<typeof RemovePasskey>): Promise<void> {
  const { passkeyId } = RemovePasskey.parse(input)
  await atTheDoor('change a sign-in method', async (tx) => {
    await requireProof(tx, viewer)
    const { count } = await tx.passkey.deleteMany({ where: { id: passkeyId, personId: viewer.id } })
    if (count === 0) throw new NotFound()
    await keepAWayIn(tx, viewer.id)
    await record(tx, viewer, 'identity.passkey-removed', { subjectId: viewer.id, passkeyId })
  })
}
