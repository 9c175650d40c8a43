import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const CloseJoinCode = z.object({ joinCodeId: z.uuid() })

/** Nobody else joins with this code. Closing it twice is closing it. */
export async function closeJoinCode(viewer: Viewer, input: z.input<typeof CloseJoinCode>): Promise<void> {
  const { joinCodeId } = CloseJoinCode.parse(input)
  await change(viewer, async (tx) => {
    const code = await tx.joinCode.findUnique({ where: { id: joinCodeId }, select: { organisationId: true, closedAt: true } })
    if (!code) throw new NotFound()
    authorize(may.makeJoinCode, viewer, code.organisationId)
    if (code.closedAt) return
    await tx.joinCode.updateMany({ where: { id: joinCodeId, closedAt: null }, data: { closedAt: now() } })
    await record(tx, viewer, 'identity.join-code-closed', { organisationId: code.organisationId, subjectId: joinCodeId })
  })
}
