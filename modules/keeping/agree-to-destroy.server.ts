import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { authorize } from '../policy.ts'
import { listDestroyed } from './list-destroyed.ts'
import { orWhyNot } from './parts/or-why-not.server.ts'
import { may } from './policy.ts'

export const AgreeToDestroy = z.object({ destructionId: z.uuid() })

/** Why the database let nothing go. */
const whyNot = {
  BL011: 'One of these is held, and stays. Nothing was destroyed. Say no to this, and ask for the others.',
  BL012: 'One of these is not due any more. Nothing was destroyed. Say no to this, and ask again.',
  BL013: 'Something was added to one of these since it was asked. Nothing was destroyed. Say no to this, and ask again.',
  BL014: 'That was answered a moment ago. Look at it again.',
  BL015: 'It takes two who had that role a day before it was asked, and neither by the other’s word. Nothing was destroyed. Say no to this, and let another ask.',
  BL016: 'Read each of them first: you sign that you did. Nothing was destroyed.',
  BL017: 'Whoever asked may not ask for this any more. Nothing was destroyed. Say no to this, and ask yourself.',
}

/** The second person agrees, and what was asked for is destroyed in that moment: every key of it, all or nothing, with a last line in each chronology. It cannot be undone. */
export async function agreeToDestroy(viewer: Viewer, input: z.input<typeof AgreeToDestroy>): Promise<void> {
  const { destructionId } = AgreeToDestroy.parse(input)
  await change(viewer, async (tx) => {
    const asked = await tx.destruction.findUnique({ where: { id: destructionId }, select: { organisationId: true, rule: true, count: true, askedById: true, endedById: true, isDestroyed: true } })
    if (!asked) throw new NotFound()
    authorize(may.agree, viewer, asked)
    if (asked.isDestroyed && asked.endedById === viewer.id) return
    await orWhyNot(tx.$executeRaw`SELECT app.agree_to_destroy(${destructionId}::uuid)`, whyNot)
    await enqueue(tx, listDestroyed, {})
    await record(tx, viewer, 'keeping.destroyed', { organisationId: asked.organisationId, subjectId: destructionId, rule: asked.rule, count: asked.count })
  })
}
