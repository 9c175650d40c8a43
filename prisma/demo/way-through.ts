import { sawId } from '#modules/curriculum/practice.ts'
import type { Card, Unit } from '#modules/curriculum/schema.ts'
import { walk } from '#modules/curriculum/walk.ts'

export type Given = { cardId: string; chosen?: string[]; words?: string }

/** What somebody might answer in a unit, card by card: a slip now and then, another each, and every scenario walked to an end. */
export function wayThrough(unit: Pick<Unit, 'cards'>, who: number): Given[] {
  return unit.cards.flatMap((card, place) => answersTo(card, who + place))
}

function answersTo(card: Card, turn: number): Given[] {
  const cardId = card.id
  if (card.kind === 'check') {
    const wrong = card.options.filter((option) => !option.isRight)
    const slip = turn % 3 === 0 ? [{ cardId, chosen: [wrong[turn % wrong.length]!.id] }] : []
    return [...slip, { cardId, chosen: [card.options.find((option) => option.isRight)!.id] }]
  }
  if (card.kind === 'scenario') {
    const chosen: string[] = []
    for (let step = card.steps[0]!; !step.end; step = walk(card, chosen)!.at(-1)!.step) chosen.push(step.choices[(turn + chosen.length) % step.choices.length]!.id)
    return [{ cardId, chosen }]
  }
  return card.kind === 'practice' ? [{ cardId, chosen: [sawId(0), sawId(turn % card.observer.length || 1), 'together'] }] : []
}
