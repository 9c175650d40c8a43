import type { Card, Run } from '../curriculum/schema.ts'

/** What the room is asked at a step: a line to write, or one thing to choose. Never which is right. */
export type Question = { id: string; ask: string; options: { id: string; label: Run[] }[] | null }

/** What a card asks of a whole room. A reflection is for the journal and a practice is done aloud: neither is asked here. */
export function questionOf(card: Card): Question | null {
  if (card.kind === 'question') return { id: card.id, ask: card.ask, options: null }
  if (card.kind === 'check') return { id: card.id, ask: card.ask, options: card.options.map(({ id, label }) => ({ id, label })) }
  const [first] = card.kind === 'scenario' ? card.steps : []
  return first ? { id: card.id, ask: first.ask ?? 'What would you do?', options: first.choices.map(({ id, label }) => ({ id, label })) } : null
}
