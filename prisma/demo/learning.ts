import { findUnit } from '#modules/curriculum/find-course.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { answerCard } from '#modules/learning/answer-card.server.ts'
import { finishUnit } from '#modules/learning/finish-unit.server.ts'
import { moveToCard } from '#modules/learning/move-to-card.server.ts'
import { startUnit } from '#modules/learning/start-unit.server.ts'
import type { Cast } from './people.ts'

const at = { course: 'peer-mentor-level-2', unit: 'a-professional-friend' }

/** What each of them answered, try by try. */
const tries: Record<string, readonly { cardId: string; chosen?: string[]; words?: string }[]> = {
  amara: [
    { cardId: 'somebody-older', words: 'My cousin Temi. She never told me what to do, she just made me a hot chocolate and waited.' },
    { cardId: 'what-is-yours', chosen: ['find-out-why'] },
    { cardId: 'what-is-yours', chosen: ['be-interested'] },
    { cardId: 'wren-asks', chosen: ['hardest-bit'] },
  ],
  jay: [
    { cardId: 'somebody-older', words: 'The captain of my old team. He stayed behind to do passes with me.' },
    { cardId: 'what-is-yours', chosen: ['be-interested'] },
    { cardId: 'wren-asks', chosen: ['write-it', 'saturday-no', 'promise', 'put-it-right'] },
    { cardId: 'wren-asks', chosen: ['hardest-bit', 'say-the-limit', 'tell-now'] },
    { cardId: 'will-you-tell', chosen: ['honest'] },
    { cardId: 'when-to-tell', chosen: ['before-four'] },
  ],
  priya: [
    { cardId: 'what-is-yours', chosen: ['be-interested'] },
    { cardId: 'wren-asks', chosen: ['hardest-bit', 'say-the-limit', 'ask-more', 'stop-and-tell'] },
    { cardId: 'will-you-tell', chosen: ['honest'] },
    { cardId: 'when-to-tell', chosen: ['in-the-journal'] },
    { cardId: 'when-to-tell', chosen: ['before-four'] },
  ],
}

/** A cohort half-way through the first unit: one in the middle of it, two who have finished, the others still to begin. */
export async function fillLearning(cast: Cast) {
  const { unit } = findUnit(at.course, at.unit)
  for (const [username, answers] of Object.entries(tries)) {
    const viewer = cast.people[username]!
    await startUnit(viewer, at)
    for (const card of unit.cards) {
      const given = answers.filter((answer) => answer.cardId === card.id)
      if (username === 'amara' && answers.every((answer) => unit.cards.findIndex((one) => one.id === answer.cardId) < unit.cards.indexOf(card))) break
      await moveToCard(viewer, { ...at, cardId: card.id })
      for (const answer of given) await answerCard(viewer, { ...at, id: newId(), ...answer })
    }
    if (username !== 'amara') await finishUnit(viewer, at)
  }
}
