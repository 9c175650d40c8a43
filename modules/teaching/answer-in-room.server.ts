import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { opener, sealNew } from '../crypto/seal.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { findOpenSitting } from './parts/find-open-sitting.server.ts'
import { tellTrainers } from './parts/tell-trainers.server.ts'
import { sheetOf } from './parts/texts.server.ts'

export const AnswerInRoom = z.object({
  sessionId: z.uuid(),
  /** Made by the page, so that a resend is the same answer. */
  answerId: z.uuid(),
  questionId: z.string().max(60),
  chosen: z.string().max(60).default(''),
  words: z.string().trim().max(280, 'One line is enough here.').default(''),
})

/**
 * A learner answers what the room is asked, once: it goes on the screen without their name. An answer written while the signal was gone counts
 * also when the room has moved on or ended meanwhile.
 */
export async function answerInRoom(viewer: Viewer, input: z.input<typeof AnswerInRoom>): Promise<void> {
  const given = AnswerInRoom.parse(input)
  const { sessionId, answerId, questionId, chosen, words } = given
  return changeOnce(viewer, async (tx) => {
    const sitting = await findOpenSitting(tx, viewer, sessionId, 'follow')
    const { organisationId, cohortId } = sitting
    const question = (await sheetOf(tx, sitting)).find((step) => step.question?.id === questionId)?.question
    if (!question) throw new NotFound('That is not asked in this session.')
    if (question.options && !question.options.some((option) => option.id === chosen)) throw new Conflict('Choose one, then send it.')
    if (!question.options && !words) throw new Conflict('Write a few words, then send it.')
    if (await isKept(tx, viewer, given)) return

    const sealed = question.options ? null : (await sealNew(tx, { table: 'TeachingAnswer', id: answerId, organisationId }))('words', words)
    // No answer's id goes into the record, or it would say whose it is to whoever sees it on the screen.
    await record(tx, viewer, 'teaching.answered', { organisationId, subjectId: sessionId, questionId })
    await tx.teachingAnswer.createMany({ data: [{ id: answerId, sessionId, organisationId, questionId, personId: viewer.id, chosen: question.options ? chosen : null, words: sealed }] })
    await tx.$executeRaw`SELECT app.show_answers(${sessionId}::uuid, ${questionId}, false)`
    await tellTrainers(tx, cohortId, sessionId, 'teaching:answered')
  }, { mine: (tx) => isKept(tx, viewer, given), otherwise: 'That could not be kept. Open the page again and answer once more.' })
}

/** Is this very answer there already? If they gave another one, that one stands. */
async function isKept(tx: Tx, viewer: Viewer, { sessionId, questionId, answerId, chosen, words }: z.output<typeof AnswerInRoom>): Promise<boolean> {
  const before = await tx.teachingAnswer.findUnique({ where: { sessionId_questionId_personId: { sessionId, questionId, personId: viewer.id } } })
  if (!before) return false
  const said = before.words && (await opener(tx, 'TeachingAnswer', [before.id]))(before.id, 'words', before.words)
  if (before.id !== answerId && (before.words ? said !== words : before.chosen !== chosen)) throw new Conflict('You have answered this already. Your first answer stands.')
  return true
}
