import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const RefuseToDestroy = z.object({ destructionId: z.uuid() })

/** The second person does not agree, or whoever asked takes it back: nothing goes, and each of them can be asked for again. */
export async function refuseToDestroy(viewer: Viewer, input: z.input<typeof RefuseToDestroy>): Promise<void> {
  const { destructionId } = RefuseToDestroy.parse(input)
  await change(viewer, async (tx) => {
    const asked = await tx.destruction.findUnique({ where: { id: destructionId }, select: { organisationId: true, rule: true, askedById: true, endedById: true, isDestroyed: true } })
    if (!asked) throw new NotFound()
    authorize(may.refuse, viewer, asked)
    if (asked.isDestroyed === false && asked.endedById === viewer.id) return
    const { count } = await tx.destruction.updateMany({ where: { id: destructionId, endedAt: null }, data: { endedAt: now(), endedById: viewer.id, isDestroyed: false } })
    if (count === 0) throw new Conflict('That was answered a moment ago. Look at it again.')
    await tx.destructionItem.updateMany({ where: { destructionId }, data: { isKept: true } })
    await record(tx, viewer, 'keeping.not-destroyed', { organisationId: asked.organisationId, subjectId: destructionId })
  })
}
