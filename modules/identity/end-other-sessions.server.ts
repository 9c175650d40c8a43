import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { tell } from '../live/tell.server.ts'

/** Signs somebody out everywhere but here. */
export const endOtherSessions = (viewer: Viewer): Promise<number> => change(viewer, async (tx) => {
  const others = await tx.session.findMany({ where: { personId: viewer.id, endedAt: null, id: { not: viewer.sessionId } }, select: { id: true } })
  await tx.session.updateMany({ where: { id: { in: others.map(({ id }) => id) } }, data: { endedAt: now() } })
  await record(tx, viewer, 'identity.other-devices-ended', { subjectId: viewer.id, count: others.length })
  for (const { id } of others) await tell(tx, `session:${id}`, 'drop')
  return others.length
})
