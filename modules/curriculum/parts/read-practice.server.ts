import type { ContainerDirective } from 'mdast-util-directive'
import { CardAttributes, NoAttributes, RoleAttributes, type Card, type Role, type Run } from '../schema.ts'
import type { Problems } from './problems.ts'
import { isContainer, lineOf, readAttributes, readBlocks, readRuns, type Node } from './read-blocks.server.ts'
import { takeAsk } from './take-ask.server.ts'

const parts = ['role', 'observer', 'alone']
/** Fewer are no sheet; more cannot be watched for at once by somebody of thirteen. */
const toWatchFor = { least: 4, most: 6 }

/** A practice: two who try something, what a third watches for, how to try it alone, and what to talk about afterwards. */
export function readPractice(node: ContainerDirective, problems: Problems): Extract<Card, { kind: 'practice' }> | null {
  const attributes = readAttributes(node, CardAttributes.practice, problems)
  const roles = node.children.filter((child) => isContainer(child, 'role')).flatMap((child) => readRole(child, problems) ?? [])
  if (roles.length !== 2) problems.at(lineOf(node), `A practice has two roles; this has ${roles.length}.`)
  const { ask, rest } = takeAsk(node.children.filter((child) => !parts.some((part) => isContainer(child, part))), lineOf(node), true, problems)
  const observer = readObserver(theOne(node, 'observer', problems), problems)
  const alone = theOne(node, 'alone', problems)
  if (alone) readAttributes(alone, NoAttributes, problems)
  if (alone?.children.length === 0) problems.at(lineOf(alone), 'Say how to try it alone.')
  return attributes && { kind: 'practice', ...attributes, roles, observer, alone: readBlocks(alone?.children ?? [], problems), ask: ask ?? '', blocks: readBlocks(rest, problems) }
}

function readRole(node: ContainerDirective, problems: Problems): Role | null {
  const attributes = readAttributes(node, RoleAttributes, problems)
  if (node.children.length === 0) problems.at(lineOf(node), 'Say what this person does.')
  return attributes && { ...attributes, blocks: readBlocks(node.children, problems) }
}

/** The observer's sheet is one list, so that each thing in it can be ticked. */
function readObserver(node: ContainerDirective | null, problems: Problems): Run[][] {
  if (!node) return []
  readAttributes(node, NoAttributes, problems)
  const [list, second] = node.children
  if (list?.type !== 'list' || second) {
    problems.at(lineOf(second ?? node), 'An observer’s sheet is one list and nothing else.')
    return []
  }
  const { least, most } = toWatchFor
  if (list.children.length < least || list.children.length > most) problems.at(lineOf(node), `An observer’s sheet has ${least} to ${most} things to watch for; this has ${list.children.length}.`)
  return list.children.map((item) => {
    const [line, more] = item.children
    if (line?.type === 'paragraph' && !more) return readRuns(line.children, problems)
    problems.at(lineOf(item), 'A thing to watch for is one line.')
    return []
  })
}

/** The one part of that name a practice must have. */
function theOne(practice: ContainerDirective, name: string, problems: Problems): ContainerDirective | null {
  const found = practice.children.filter((child: Node) => isContainer(child, name))
  if (found.length === 0) problems.at(lineOf(practice), `A practice needs its “${name}” part.`)
  if (found[1]) problems.at(lineOf(found[1]), `There is a second “${name}” part here.`)
  return found[0] ?? null
}
