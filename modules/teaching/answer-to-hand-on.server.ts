import { z } from 'zod'
import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { findSitting } from './parts/find-sitting.server.ts'
import { sheetOf } from './parts/texts.server.ts'

export type AnswerToHandOn = { answerId: string; organisationId: string; cohortId: string; sessionId: string; title: string; ask: string; words: string }

/** The answer a trainer of the sitting is worried about, as the screen had it. Null where there is none for them: what they write is handed on all the same. */
export async function answerToHandOn(viewer: Viewer, input: { answerId: string | null }): Promise<AnswerToHandOn | null> {
  const answerId = z.uuid().safeParse(input.answerId).data
  if (!answerId) return null
  return read(viewer, async (tx) => {
    const [answer] = await tx.$queryRaw<{ organisationId: string; sessionId: string; questionId: string; words: Uint8Array | null }[]>`SELECT * FROM app.teaching_answer(${answerId}::uuid)`
    const words = answer && (await opener(tx, 'TeachingAnswer', [answerId]))(answerId, 'words', answer.words)
    if (!words) return null
    const sitting = await findSitting(tx, viewer, answer.sessionId)
    const { cohort, title } = sitting
    const question = (await sheetOf(tx, sitting)).find((step) => step.question?.id === answer.questionId)?.question
    return { answerId, organisationId: answer.organisationId, cohortId: cohort.id, sessionId: answer.sessionId, title, ask: question?.ask ?? title, words }
  })
}
