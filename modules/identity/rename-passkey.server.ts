import { z } from 'zod'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { record } from '../audit/record.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { PasskeyName } from './add-passkey.server.ts'

export const RenamePasskey = z.object({ passkeyId: z.uuid(), name: PasskeyName })

/** Somebody calls one of their passkeys something else. */
export async function renamePasskey(viewer: Viewer, input: z.input<typeof RenamePasskey>): Promise<void> {
  const { passkeyId, name } = RenamePasskey.parse(input)
  await atTheDoor('change a sign-in method', async (tx) => {
    const { count } = await tx.passkey.updateMany({ where: { id: passkeyId, personId: viewer.id }, data: { name } })
    if (count === 0) throw new NotFound()
    await record(tx, viewer, 'identity.passkey-renamed', { subjectId: viewer.id, passkeyId })
  })
}
