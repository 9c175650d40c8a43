import type { Card, Unit } from '../curriculum/schema.ts'

export type State = 'not-begun' | 'under-way' | 'finished'

/** The card somebody is at. A card that has left the unit sends them back to its first. */
export const cardAt = (unit: Pick<Unit, 'cards'>, cardId: string | null | undefined): Card => unit.cards.find((card) => card.id === cardId) ?? unit.cards[0]!

/** How far that is: cards behind them, and minutes still to go. */
export function placeInUnit(unit: Unit, progress: { cardId: string; finishedAt: Date | null } | null): { state: State; cardsDone: number; cards: number; minutesLeft: number } {
  const cards = unit.cards.length
  if (!progress) return { state: 'not-begun', cardsDone: 0, cards, minutesLeft: minutesFrom(unit, 0) }
  if (progress.finishedAt) return { state: 'finished', cardsDone: cards, cards, minutesLeft: 0 }
  const cardsDone = unit.cards.indexOf(cardAt(unit, progress.cardId))
  return { state: 'under-way', cardsDone, cards, minutesLeft: minutesFrom(unit, cardsDone) }
}

/** Minutes from a card to the end, whole ones: at least one while there is anything left. */
export const minutesFrom = (unit: Pick<Unit, 'cards'>, cardsDone: number): number =>
  Math.max(1, Math.round(unit.cards.slice(cardsDone).reduce((sum, card) => sum + card.minutes, 0)))
