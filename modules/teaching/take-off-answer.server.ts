import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { findOpenSitting } from './parts/find-open-sitting.server.ts'
import { tellTrainers } from './parts/tell-trainers.server.ts'

export const TakeOffAnswer = z.object({ sessionId: z.uuid(), answerId: z.uuid() })

/** A trainer takes one answer off the screen. They do not learn whose it is; it is not deleted. */
export async function takeOffAnswer(viewer: Viewer, input: z.input<typeof TakeOffAnswer>): Promise<void> {
  const { sessionId, answerId } = TakeOffAnswer.parse(input)
  return change(viewer, async (tx) => {
    const { organisationId, cohortId } = await findOpenSitting(tx, viewer, sessionId, 'teach')
    const [row] = await tx.$queryRaw<{ isOff: boolean }[]>`SELECT app.take_off_answer(${sessionId}::uuid, ${answerId}::uuid) AS "isOff"`
    if (!row?.isOff) return
    await record(tx, viewer, 'teaching.answer-taken-off', { organisationId, subjectId: sessionId })
    await tellTrainers(tx, cohortId, sessionId, 'teaching:answered')
  })
}
