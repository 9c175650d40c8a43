import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const EndPair = z.object({ pairId: z.uuid() })

/** A youth worker ends a pair. What they did together stays on record. */
export async function endPair(viewer: Viewer, input: z.input<typeof EndPair>): Promise<void> {
  const { pairId } = EndPair.parse(input)
  return change(viewer, async (tx) => {
    const pair = await tx.pair.findUnique({ where: { id: pairId } })
    if (!pair) throw new NotFound()
    authorize(may.lookAfterPairs, viewer, pair.organisationId)
    const { count } = await tx.pair.updateMany({ where: { id: pairId, endsAt: null }, data: { endsAt: now() } })
    if (count === 0) throw new Conflict('This pair had ended already.')
    await record(tx, viewer, 'mentoring.pair-ended', { organisationId: pair.organisationId, subjectId: pair.mentorId, menteeId: pair.menteeId, pairId })
    await tell(tx, `person:${pair.mentorId}`, 'mentoring:pair-ended', { pairId })
  })
}
