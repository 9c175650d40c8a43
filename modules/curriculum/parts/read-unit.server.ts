import { createHash } from 'node:crypto'
import { UnitFrontMatter, type Card, type Unit } from '../schema.ts'
import { wordsOfCard } from '../words-of.ts'
import { checkScenario } from './check-scenario.ts'
import { doubles } from './doubles.ts'
import { wordsFoundIn } from './glossary.ts'
import { checkSources, type Known } from './known.server.ts'
import { readingAgeLimit } from './measure.ts'
import type { Problems } from './problems.ts'
import { isCard, readCard } from './read-card.server.ts'
import { lineOf } from './read-blocks.server.ts'
import { readMarkdown } from './read-markdown.server.ts'
import { readYaml } from './read-yaml.server.ts'

/** Reads a unit from its Markdown, and checks what one unit can be checked for by itself. */
export function readUnit(source: string, slug: string, known: Known, problems: Problems): Unit | null {
  const text = source.replaceAll('\r\n', '\n')
  const [front, ...rest] = readMarkdown(text).children
  if (front?.type !== 'yaml') {
    problems.at(1, 'A unit begins with its front matter between two lines of “---”.')
    return null
  }
  const matter = readYaml(front.value, UnitFrontMatter, problems, lineOf(front) + 1)

  const lines = new Map<string, number>()
  const cards = rest.flatMap((node): Card[] => {
    if (!isCard(node)) {
      problems.at(lineOf(node), 'Everything in a unit is in a card; this is not.')
      return []
    }
    const card = readCard(node, problems)
    if (card) lines.set(card.id, lineOf(node))
    return card ? [card] : []
  })
  // Ids inside a card are few and near: the line of the id itself is found in the text.
  const at = (id: string) => lines.get(id) ?? text.slice(0, Math.max(0, text.search(new RegExp(`\\{#${id}[ }]`)))).split('\n').length

  for (const id of doubles(cards.map((card) => card.id))) problems.at(at(id), `Two cards have the id “${id}”.`)
  for (const card of cards) {
    checkCard(card, at, problems)
    if (card.kind === 'reflection' && !known.prompts.has(card.prompt)) problems.at(at(card.id), `The journal has no prompt “${card.prompt}”: it belongs in prompts.yaml.`)
  }
  if (cards.length === 0) problems.at(1, 'A unit needs cards.')
  if (cards.length > 0 && cards.at(-1)!.kind !== 'carry-away') problems.at(at(cards.at(-1)!.id), 'A unit ends with a carry-away card.')

  if (matter) checkSources(matter.value.sources, known, problems, matter.lineOf)
  const told = cards.flatMap(wordsOfCard)
  const words = wordsFoundIn(told.join('\n'), known.glossary).map(({ word, says }) => ({ word, says }))
  const age = known.measure?.([...told, ...words.map(({ says }) => says)], known.glossary) ?? null
  if (age !== null && age > readingAgeLimit) problems.at(1, `It asks for a reading age of ${age}; ${readingAgeLimit} is the most. Shorter sentences and plainer words bring it down.`)
  if (!matter) return null
  return { ...matter.value, slug, cards, words, minutes: cards.reduce((sum, card) => sum + card.minutes, 0), readingAge: age, source: text, contentHash: createHash('sha256').update(text).digest('hex') }
}

function checkCard(card: Card, at: (id: string) => number, problems: Problems) {
  if (card.kind === 'practice') for (const id of doubles(card.roles.map((role) => role.id))) problems.at(at(id), `“${id}” is there twice in one practice.`)
  if (card.kind === 'scenario') {
    for (const id of doubles([...card.steps.map((step) => step.id), ...card.steps.flatMap((step) => step.choices.map((choice) => choice.id))])) problems.at(at(id), `“${id}” is there twice in one scenario.`)
    for (const { id, says } of checkScenario(card)) problems.at(at(id), says)
  }
  if (card.kind === 'check') {
    for (const id of doubles(card.options.map((option) => option.id))) problems.at(at(id), `“${id}” is there twice in one check.`)
    const right = card.options.filter((option) => option.isRight).length
    if (right === 0 || right === card.options.length) problems.at(at(card.id), 'A check needs an option that is right and one that is not.')
  }
}
