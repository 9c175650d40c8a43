import type { Block, Card, Run } from './schema.ts'

export const textOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join('')

export const wordsOfBlocks = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'list' ? block.items.map(textOf) : [textOf(block.runs)]))

/** Everything a card says, line by line, in the order it is met: for reading aloud and for measuring how hard it is to read. */
export function wordsOfCard(card: Card): string[] {
  const own = [card.title, ...wordsOfBlocks(card.blocks)]
  if (card.kind === 'scenario') return [...own, ...card.steps.flatMap((step) => [...wordsOfBlocks(step.blocks), ...(step.ask ? [step.ask] : []), ...step.choices.flatMap((choice) => [textOf(choice.label), ...wordsOfBlocks(choice.feedback)])])]
  if (card.kind === 'check') return [...own, card.ask, ...card.options.flatMap((option) => [textOf(option.label), ...wordsOfBlocks(option.feedback)])]
  if (card.kind === 'practice') return [...own, ...card.roles.flatMap((role) => [role.name, ...wordsOfBlocks(role.blocks)]), ...card.observer.map(textOf), ...wordsOfBlocks(card.alone), card.ask]
  return 'ask' in card ? [...own, card.ask] : own
}
