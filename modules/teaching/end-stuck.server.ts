import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { helpComing } from './events.ts'
import { tellTrainers } from './parts/tell-trainers.server.ts'

export const EndStuck = z.object({ sessionId: z.uuid(), stuckId: z.uuid() })

/** A trainer goes to somebody who is stuck, or they say themself that it is all right again. Of two trainers the first goes. */
export async function endStuck(viewer: Viewer, input: z.input<typeof EndStuck>): Promise<void> {
  const { sessionId, stuckId } = EndStuck.parse(input)
  return change(viewer, async (tx) => {
    const stuck = await tx.teachingStuck.findFirst({ where: { id: stuckId, sessionId }, include: { teaching: { include: { session: { select: { cohortId: true } } } } } })
    if (!stuck) throw new NotFound()
    const { count } = await tx.teachingStuck.updateMany({ where: { id: stuckId, endedAt: null }, data: { endedAt: now(), endedById: viewer.id } })
    if (count === 0) return
    await record(tx, viewer, 'teaching.stuck-ended', { organisationId: stuck.organisationId, subjectId: sessionId, stuckId })
    await tellTrainers(tx, stuck.teaching.session.cohortId, sessionId, 'teaching:stuck')
    if (stuck.personId !== viewer.id) await tell(tx, `person:${stuck.personId}`, helpComing, { sessionId })
  })
}
