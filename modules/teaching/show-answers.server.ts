import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { findOpenSitting } from './parts/find-open-sitting.server.ts'
import { tellTrainers } from './parts/tell-trainers.server.ts'

export const ShowAnswers = z.object({ sessionId: z.uuid(), questionId: z.string().max(60) })

/** A trainer puts on the screen what is in, without waiting for the last one or two. Never fewer than three at once. */
export async function showAnswers(viewer: Viewer, input: z.input<typeof ShowAnswers>): Promise<void> {
  const { sessionId, questionId } = ShowAnswers.parse(input)
  return change(viewer, async (tx) => {
    const { organisationId, cohortId } = await findOpenSitting(tx, viewer, sessionId, 'teach')
    const [row] = await tx.$queryRaw<{ shown: number }[]>`SELECT app.show_answers(${sessionId}::uuid, ${questionId}, true) AS shown`
    if (!row?.shown) throw new Conflict('Fewer than three are waiting. With so few, everybody would know whose is whose.')
    await record(tx, viewer, 'teaching.answers-shown', { organisationId, subjectId: sessionId, questionId, count: row.shown })
    await tellTrainers(tx, cohortId, sessionId, 'teaching:answered')
  })
}
