import { toString } from 'mdast-util-to-string'
import { NoAttributes } from '../schema.ts'
import type { Problems } from './problems.ts'
import { lineOf, readAttributes, type Node } from './read-blocks.server.ts'

/** Takes the one question of a card or step out of its blocks. */
export function takeAsk(nodes: readonly Node[], line: number, isNeeded: boolean, problems: Problems): { ask: string | null; rest: Node[] } {
  const asks = nodes.filter((node) => node.type === 'leafDirective' && node.name === 'ask')
  for (const ask of asks) if (ask.type === 'leafDirective') readAttributes(ask, NoAttributes, problems)
  if (asks.length > 1) problems.at(lineOf(asks[1]!), 'There is a second question here; one at a time.')
  if (isNeeded && asks.length === 0) problems.at(line, 'The question is missing: ::ask[…].')
  return { ask: asks[0] ? toString(asks[0]) : null, rest: nodes.filter((node) => !asks.includes(node)) }
}
