import type { Card, Unit } from './schema.ts'

/** What became of a unit's cards. */
export type Changes = Record<'added' | 'changed' | 'gone', { id: string; title: string }[]>

/** What is different between two versions of a unit, card by card. A card is the same one by its id, whatever it is called. */
export function changesBetween(older: Pick<Unit, 'cards'>, newer: Pick<Unit, 'cards'>): Changes {
  const twin = (cards: readonly Card[], { id }: Card) => cards.find((card) => card.id === id)
  const named = ({ id, title }: Card) => ({ id, title })
  return {
    added: newer.cards.filter((card) => !twin(older.cards, card)).map(named),
    changed: newer.cards.filter((card) => { const was = twin(older.cards, card); return was && JSON.stringify(was) !== JSON.stringify(card) }).map(named),
    gone: older.cards.filter((card) => !twin(newer.cards, card)).map(named),
  }
}
