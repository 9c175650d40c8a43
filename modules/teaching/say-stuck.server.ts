import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { findOpenSitting, requireUnderWay } from './parts/find-open-sitting.server.ts'
import { tellTrainers } from './parts/tell-trainers.server.ts'

/** `stuckId`: made by the page. */
export const SayStuck = z.object({ sessionId: z.uuid(), stuckId: z.uuid() })

/** A learner says, quietly, that they are stuck. The trainers see it and nobody else; saying it twice is saying it once. */
export async function sayStuck(viewer: Viewer, input: z.input<typeof SayStuck>): Promise<void> {
  const { sessionId, stuckId } = SayStuck.parse(input)
  return change(viewer, async (tx) => {
    const sitting = await findOpenSitting(tx, viewer, sessionId, 'follow')
    requireUnderWay(sitting)
    if (await tx.teachingStuck.findFirst({ where: { sessionId, personId: viewer.id, OR: [{ id: stuckId }, { endedAt: null }] } })) return
    // Of two presses at once the first counts; a signal that is still open is the same signal.
    const { count } = await tx.teachingStuck.createMany({ data: [{ id: stuckId, sessionId, organisationId: sitting.organisationId, personId: viewer.id, place: sitting.where.place }], skipDuplicates: true })
    if (count === 0) return
    await record(tx, viewer, 'teaching.stuck', { organisationId: sitting.organisationId, subjectId: sessionId, place: sitting.where.place })
    await tellTrainers(tx, sitting.cohortId, sessionId, 'teaching:stuck')
  })
}
