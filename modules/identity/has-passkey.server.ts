import { atTheDoor } from '../db/at-the-door.server.ts'
import type { Viewer } from '../db/viewer.ts'

/** Has this person a passkey to show? Asked also while their page is locked. */
export const hasPasskey = (viewer: Viewer): Promise<boolean> => atTheDoor('step up', async (tx) => (await tx.passkey.count({ where: { personId: viewer.id } })) > 0)
