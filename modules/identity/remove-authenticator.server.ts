import { record } from '../audit/record.server.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { requireProof } from './recent-proof.server.ts'
import { keepAWayIn } from './parts/keep-a-way-in.server.ts'

/** Somebody stops using their authenticator app. */
export const removeAuthenticator = (viewer: Viewer): Promise<void> => atTheDoor('change a sign-in method', async (tx) => {
  await requireProof(tx, viewer)
  const { count } = await tx.authenticator.deleteMany({ where: { personId: viewer.id } })
  if (count === 0) throw new NotFound()
  await keepAWayIn(tx, viewer.id)
  await record(tx, viewer, 'identity.authenticator-removed', { subjectId: viewer.id })
})
