import type { BlockContent, DefinitionContent, Link, PhrasingContent, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { toString } from 'mdast-util-to-string'
import type { ZodError } from 'zod'
import { NoAttributes, SpeechAttributes, type Block, type Run } from '../schema.ts'
import type { Problems } from './problems.ts'

export type Node = RootContent | BlockContent | DefinitionContent
export type Directive = ContainerDirective | LeafDirective
export const lineOf = (node: { position?: { start: { line: number } } }): number => node.position?.start.line ?? 1

export const isContainer = (node: Node, name: string): node is ContainerDirective => node.type === 'containerDirective' && node.name === name

/** A directive's attributes against its schema; null, and said, where they are wrong. */
export function readAttributes<Shape>(node: Directive, schema: { safeParse: (given: unknown) => { success: true; data: Shape } | { success: false; error: ZodError } }, problems: Problems): Shape | null {
  const read = schema.safeParse({ ...node.attributes })
  if (read.success) return read.data
  problems.of(read.error, () => lineOf(node))
  return null
}

/** Plain text with strong and stressed words. Anything else inside a line is refused: content is words, not code. */
export function readRuns(nodes: readonly PhrasingContent[], problems: Problems): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (node.type === 'text') return [{ text: node.value.replace(/\s*\n\s*/g, ' ') }]
    if (node.type === 'strong') return [{ text: toString(node), is: 'strong' }]
    if (node.type === 'emphasis') return [{ text: toString(node), is: 'em' }]
    if (node.type === 'link') return readLink(node, problems)
    problems.at(lineOf(node), `A line may have plain, **strong** and *stressed* words and links; this is “${node.type}”.`)
    return []
  })
}

/** A way to somewhere else is whole (a page is read in many places, and printed), and its words say where it leads. */
function readLink(node: Link, problems: Problems): Run[] {
  if (!/^(https:\/\/[^\s/]+\.|tel:\d)/.test(node.url)) problems.at(lineOf(node), `“${node.url}” is not a whole address: it begins with https:// or tel:.`)
  if (toString(node).trim().length < 3 || /^(click )?here$/i.test(toString(node).trim())) problems.at(lineOf(node), 'The words of a link say where it leads.')
  return [{ text: toString(node), href: node.url }]
}

/** What a card or a step shows: paragraphs, headings, lists, a line to keep, and speech. */
export function readBlocks(nodes: readonly Node[], problems: Problems): Block[] {
  return nodes.flatMap((node) => readBlock(node, problems) ?? [])
}

function readBlock(node: Node, problems: Problems): Block | null {
  if (node.type === 'paragraph') return { kind: 'paragraph', runs: readRuns(node.children, problems) }
  if (node.type === 'heading') return { kind: 'heading', runs: readRuns(node.children, problems) }
  if (node.type === 'blockquote') return { kind: 'keep', runs: node.children.flatMap((child) => (child.type === 'paragraph' ? readRuns(child.children, problems) : [])) }
  if (node.type === 'list') return { kind: 'list', isOrdered: Boolean(node.ordered), items: node.children.map((item) => item.children.flatMap((child) => (child.type === 'paragraph' ? readRuns(child.children, problems) : []))) }
  if (node.type === 'leafDirective' && (node.name === 'they' || node.name === 'you')) {
    const isYou = node.name === 'you'
    const by = isYou ? (readAttributes(node, NoAttributes, problems), 'You') : readAttributes(node, SpeechAttributes, problems)?.name
    if (node.children.length === 0) problems.at(lineOf(node), 'Somebody speaks here and says nothing.')
    return by ? { kind: 'says', by, isYou, runs: readRuns(node.children, problems) } : null
  }
  const what = 'name' in node ? `the directive “${node.name}”` : `“${node.type}”`
  problems.at(lineOf(node), `Belay does not know ${what} here.`)
  return null
}
