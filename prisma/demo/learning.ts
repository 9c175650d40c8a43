import { days } from '#modules/clock.ts'
import { findCourse } from '#modules/curriculum/find-course.server.ts'
import type { Unit } from '#modules/curriculum/schema.ts'
import type { Viewer } from '#modules/db/viewer.ts'
import { newId } from '#modules/db/new-id.ts'
import { answerCard } from '#modules/learning/answer-card.server.ts'
import { finishUnit } from '#modules/learning/finish-unit.server.ts'
import { moveToCard } from '#modules/learning/move-to-card.server.ts'
import { startUnit } from '#modules/learning/start-unit.server.ts'
import { dateLearningBack } from './dated-back.ts'
import type { Cast } from './people.ts'
import { wayThrough, type Given } from './way-through.ts'

export const course = 'peer-mentor-level-2'
const sessionsTaught = 3

/** What they answered in the very first unit, in their own words. */
const firstAnswers: Record<string, readonly Given[]> = {
  amara: [
    { cardId: 'somebody-older', words: 'My cousin Temi. She never told me what to do, she just made me a hot chocolate and waited.' },
    { cardId: 'what-is-yours', chosen: ['find-out-why'] },
    { cardId: 'what-is-yours', chosen: ['be-interested'] },
    { cardId: 'wren-asks', chosen: ['hardest-bit', 'say-the-limit', 'tell-now'] },
    { cardId: 'will-you-tell', chosen: ['honest'] },
    { cardId: 'when-to-tell', chosen: ['before-four'] },
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

/** How many units behind the group each of the six is; the others are five to nine behind. */
const behind: Record<string, number> = { amara: 1, jay: 0, priya: 0, dylan: 5, sofia: 4, kofi: 2 }

/**
 * A cohort half-way through its course: most are through what has been taught, some are a few units behind, Amara is in the middle of the
 * last one. At Harbour, where the weekend is still to come, one has looked into the first unit.
 */
export async function fillLearning({ people }: Cast, { learners, early }: { learners: readonly Viewer[]; early: Viewer }) {
  const units = findCourse(course).sessions.slice(0, sessionsTaught).flatMap((session) => session.units)
  const nameOf = (viewer: Viewer) => Object.keys(people).find((username) => people[username]!.id === viewer.id) ?? ''
  // Side by side: each has their own progress, and the first start waits for this.
  await Promise.all(learners.map(async (learner, who) => {
    const name = nameOf(learner)
    const done = units.slice(0, Math.max(1, units.length - (behind[name] ?? 5 + (who % 5))))
    for (const unit of done) await goThrough(learner, unit, unit === units[0] && firstAnswers[name] ? firstAnswers[name] : wayThrough(unit, who))
    const next = units[done.length]
    // The last two have not been seen for a while: one in the middle of a unit, one between two.
    const isStuck = who === learners.length - 1
    if (next && isStuck) await goInto(learner, next, 2, wayThrough(next, 1))
    if (who >= learners.length - 2) await dateLearningBack(learner.id, days(isStuck ? 8 : 13))
    if (next && name === 'amara') await goInto(learner, next, Math.ceil(next.cards.length / 2), wayThrough(next, 1))
  }))
  await goInto(early, units[0]!, units[0]!.cards.findIndex((card) => card.kind === 'scenario'), wayThrough(units[0]!, 1))
}

/** Goes through a unit from end to end. */
export async function goThrough(viewer: Viewer, unit: Unit, answers: readonly Given[]) {
  const at = { course, unit: unit.slug }
  await startUnit(viewer, at)
  for (const answer of answers) await answerCard(viewer, { ...at, id: newId(), ...answer })
  await finishUnit(viewer, at)
}

/** Begins a unit and comes as far as a card. */
async function goInto(viewer: Viewer, unit: Unit, place: number, answers: readonly Given[]) {
  const at = { course, unit: unit.slug }
  const behindThem = new Set(unit.cards.slice(0, place).map((card) => card.id))
  await startUnit(viewer, at)
  for (const answer of answers.filter(({ cardId }) => behindThem.has(cardId))) await answerCard(viewer, { ...at, id: newId(), ...answer })
  await moveToCard(viewer, { ...at, cardId: unit.cards[place]!.id })
}
