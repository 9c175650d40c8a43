import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { opener, sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { isTaken, once } from '../db/once.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { fitsCard } from './fits-card.ts'
import { findBegun } from './parts/find-progress.server.ts'
import { unitFor } from './parts/unit-for.server.ts'

export const AnswerCard = z.object({
  course: z.string(),
  unit: z.string(),
  cardId: z.string(),
  /** Made by the page, so that a resend is the same answer. */
  id: z.uuid(),
  chosen: z.array(z.string().max(60)).max(20).default([]),
  words: z.string().trim().max(4000, 'That is more than fits here. About 600 words is the most.').default(''),
})
type Given = z.output<typeof AnswerCard>

/**
 * A learner answers a card: a way through a scenario, a pick in a check, a few words of their own. Every try is kept, the newest counts.
 * The same answer sent twice is kept once; a different one under the same id (an old page come back to) is kept as a try of its own.
 */
export async function answerCard(viewer: Viewer, input: z.input<typeof AnswerCard>): Promise<void> {
  const given = AnswerCard.parse(input)
  try {
    await keep(viewer, given)
  } catch (error) {
    // The same id came twice at the same moment and the other was first. Now it is there to compare with.
    if (!isTaken(error)) throw error
    // Taken and still not to be seen: it is somebody else's row.
    await once(() => keep(viewer, given), 'That could not be kept. Open the page again and answer once more.')
  }
}

function keep(viewer: Viewer, given: Given): Promise<void> {
  return change(viewer, async (tx) => {
    const { unit: current } = await unitFor(tx, viewer, given.course, given.unit)
    const { progress, unit } = await findBegun(tx, viewer, current)
    const card = unit.cards.find((one) => one.id === given.cardId)
    if (!card) throw new NotFound('There is no such card in this unit.')
    const answer = fitsCard(card).parse({ chosen: given.chosen, words: given.words })
    const before = await tx.cardAnswer.findUnique({ where: { id: given.id } })
    if (before && before.cardId === card.id && before.chosen.join() === answer.chosen.join() && (await wordsOf(tx, before)) === answer.words) return
    const id = before ? newId() : given.id
    const { organisationId } = progress
    const words = answer.words ? (await sealNew(tx, { table: 'CardAnswer', id, organisationId }))('words', answer.words) : null
    await tx.cardAnswer.createMany({ data: [{ id, organisationId, progressId: progress.id, cardId: card.id, chosen: answer.chosen, words, contentHash: unit.contentHash }] })
    await record(tx, viewer, 'learning.card-answered', { organisationId, subjectId: viewer.id, unitId: unit.id, cardId: card.id, answerId: id })
  })
}

async function wordsOf(tx: Tx, { id, words }: { id: string; words: Uint8Array | null }): Promise<string> {
  return words ? (await opener(tx, 'CardAnswer', [id]))(id, 'words', words) ?? '' : ''
}
