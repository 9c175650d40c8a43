import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { tell } from '../live/tell.server.ts'
import { currentRoles } from './current-memberships.server.ts'
import { limitsFor } from './limits.ts'

/** Covers the page of somebody on the staff who has paused: their sockets fall back to a bell. For the young there is nothing to lock. */
export async function lockSession(viewer: Viewer): Promise<void> {
  const { sessionId } = viewer
  if (!sessionId) return
  await atTheDoor('step up', async (tx) => {
    if (!limitsFor(await currentRoles(tx, viewer.id)).locks) return
    const { count } = await tx.session.updateMany({ where: { id: sessionId, personId: viewer.id, endedAt: null, lockedAt: null }, data: { lockedAt: now() } })
    if (count === 0) return
    await record(tx, viewer, 'identity.locked', { subjectId: viewer.id })
    await tell(tx, `session:${sessionId}`, 'drop')
  })
}
