import type { ContainerDirective } from 'mdast-util-directive'
import { CardAttributes, ChoiceAttributes, OptionAttributes, StepAttributes, cardKinds, type Card, type CardKind, type Choice, type Option, type Step } from '../schema.ts'
import type { Problems } from './problems.ts'
import { isContainer, lineOf, readAttributes, readBlocks, readRuns, type Node } from './read-blocks.server.ts'
import { readPractice } from './read-practice.server.ts'
import { takeAsk } from './take-ask.server.ts'

export const isCard = (node: Node): node is ContainerDirective & { name: CardKind } => node.type === 'containerDirective' && cardKinds.includes(node.name as CardKind)

/** A choice or an option: its first paragraph is what one picks, the rest says what comes of it and why. */
function readPick(node: ContainerDirective, problems: Problems): Pick<Option, 'label' | 'feedback'> | null {
  const [first, ...rest] = node.children
  if (first?.type !== 'paragraph') {
    problems.at(lineOf(node), `“${node.attributes?.id ?? node.name}” begins with what one picks, in a paragraph.`)
    return null
  }
  if (rest.length === 0) problems.at(lineOf(node), `“${node.attributes?.id ?? node.name}” has no feedback: say what comes of it, and why.`)
  const label = readRuns(first.children, problems)
  if (label.some((run) => run.href)) problems.at(lineOf(first), 'What one picks is a button, and has no link in it. Put it in what comes after.')
  return { label, feedback: readBlocks(rest, problems) }
}

function readStep(node: ContainerDirective, problems: Problems): Step | null {
  const attributes = readAttributes(node, StepAttributes, problems)
  if (!attributes) return null
  const picks = node.children.filter((child) => isContainer(child, 'choice'))
  const { ask, rest } = takeAsk(node.children.filter((child) => !isContainer(child, 'choice')), lineOf(node), picks.length > 0, problems)
  const choices = picks.flatMap((pick): Choice[] => {
    const own = readAttributes(pick, ChoiceAttributes, problems)
    const read = readPick(pick, problems)
    return own && read ? [{ ...own, ...read }] : []
  })
  return { id: attributes.id, end: attributes.end ?? null, ask, choices, blocks: readBlocks(rest, problems) }
}

function readOption(node: ContainerDirective, problems: Problems): Option | null {
  const own = readAttributes(node, OptionAttributes, problems)
  const read = readPick(node, problems)
  return own && read ? { id: own.id, isRight: own.right !== undefined, ...read } : null
}

/** One card of a unit. */
export function readCard(node: ContainerDirective & { name: CardKind }, problems: Problems): Card | null {
  const line = lineOf(node)
  if (node.name === 'scenario') {
    const attributes = readAttributes(node, CardAttributes.scenario, problems)
    const steps = node.children.filter((child) => isContainer(child, 'step'))
    const blocks = readBlocks(node.children.filter((child) => !isContainer(child, 'step')), problems)
    const read = steps.flatMap((step) => readStep(step, problems) ?? [])
    return attributes && { kind: 'scenario', ...attributes, blocks, steps: read }
  }
  if (node.name === 'check') {
    const attributes = readAttributes(node, CardAttributes.check, problems)
    const picks = node.children.filter((child) => isContainer(child, 'option'))
    const { ask, rest } = takeAsk(node.children.filter((child) => !isContainer(child, 'option')), line, true, problems)
    const options = picks.flatMap((pick) => readOption(pick, problems) ?? [])
    return attributes && { kind: 'check', ...attributes, ask: ask ?? '', blocks: readBlocks(rest, problems), options }
  }
  if (node.name === 'practice') return readPractice(node, problems)
  if (node.name === 'question' || node.name === 'reflection') {
    const { ask, rest } = takeAsk(node.children, line, true, problems)
    const blocks = readBlocks(rest, problems)
    if (node.name === 'question') {
      const attributes = readAttributes(node, CardAttributes.question, problems)
      return attributes && { kind: 'question', ...attributes, ask: ask ?? '', blocks }
    }
    const attributes = readAttributes(node, CardAttributes.reflection, problems)
    return attributes && { kind: 'reflection', ...attributes, ask: ask ?? '', blocks }
  }
  const blocks = readBlocks(node.children, problems)
  if (node.name === 'reading') {
    const attributes = readAttributes(node, CardAttributes.reading, problems)
    return attributes && { kind: 'reading', ...attributes, blocks }
  }
  const attributes = readAttributes(node, CardAttributes['carry-away'], problems)
  return attributes && { kind: 'carry-away', ...attributes, blocks }
}
