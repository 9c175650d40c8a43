import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'

export const EndDevice = z.object({ sessionId: z.uuid() })

/** Signs somebody out on one of their devices. Pressed twice, it is still out. */
export async function endDevice(viewer: Viewer, input: z.input<typeof EndDevice>): Promise<void> {
  const { sessionId } = EndDevice.parse(input)
  await change(viewer, async (tx) => {
    const session = await tx.session.findUnique({ where: { id: sessionId }, select: { endedAt: true } })
    if (!session) throw new NotFound()
    if (session.endedAt) return
    await tx.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: now() } })
    await record(tx, viewer, 'identity.device-ended', { subjectId: viewer.id, sessionId })
    await tell(tx, `session:${sessionId}`, 'drop')
  })
}
