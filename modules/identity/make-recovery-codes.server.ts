import { record } from '../audit/record.server.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { newRecoveryCodes } from './parts/new-recovery-codes.server.ts'
import { requireProof } from './recent-proof.server.ts'

/** Somebody has new recovery codes made; the old ones stop working. */
export const makeRecoveryCodes = (viewer: Viewer): Promise<string[]> => atTheDoor('change a sign-in method', async (tx) => {
  await requireProof(tx, viewer)
  await record(tx, viewer, 'identity.recovery-codes-made', { subjectId: viewer.id })
  return newRecoveryCodes(tx, viewer.id)
})
