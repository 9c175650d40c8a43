import type { Card, Unit } from '../curriculum/schema.ts'
import { cameToAnEnd } from '../curriculum/walk.ts'

export type Given = { cardId: string; chosen: readonly string[] }

/**
 * Cards that ask something of everybody and have not been answered: checks, and scenarios not yet walked to an end. Not a practice: it may
 * have been done in the room with the phone away, and a button one must press to get on is pressed whether it is true or not.
 */
export const leftToDo = (unit: Pick<Unit, 'cards'>, answers: readonly Given[]): Card[] =>
  unit.cards.filter((card) =>
    (card.kind === 'check' && !answers.some((answer) => answer.cardId === card.id))
    || (card.kind === 'scenario' && !answers.some((answer) => answer.cardId === card.id && cameToAnEnd(card, answer.chosen))))
