import { createHash } from 'node:crypto'
import type { ContainerDirective } from 'mdast-util-directive'
import { ActivityAttributes, GuideFrontMatter, type Activity, type Guide } from '../guide.ts'
import { NoAttributes, patterns, type Block, type Pattern, type Run } from '../schema.ts'
import { doubles } from './doubles.ts'
import { checkSources, type Known } from './known.server.ts'
import type { Problems } from './problems.ts'
import { isContainer, lineOf, readAttributes, readBlocks } from './read-blocks.server.ts'
import { readMarkdown } from './read-markdown.server.ts'
import { readYaml } from './read-yaml.server.ts'

const parts = ['say', 'look-for', 'notes', 'answers'] as const
export type GuideRead = { guide: Guide; /** Where things stand in its file: a run-sheet by its pattern, an activity by its id. */ lineOf: (what: string) => number }

/** Reads how a session is taught: what it needs, its run-sheets, and what is done in each step. */
export function readGuide(source: string, { courseId, slug }: { courseId: string; slug: string }, known: Known, problems: Problems): GuideRead | null {
  const text = source.replaceAll('\r\n', '\n')
  const [front, ...rest] = readMarkdown(text).children
  if (front?.type !== 'yaml') return (problems.at(1, 'A guide begins with its front matter between two lines of “---”.'), null)
  const matter = readYaml(front.value, GuideFrontMatter, problems, lineOf(front) + 1)
  const lines = new Map<string, number>()
  const activities = rest.flatMap((node): Activity[] => {
    if (!isContainer(node, 'activity')) return (problems.at(lineOf(node), 'Everything in a guide is in an activity; this is not.'), [])
    const activity = readActivity(node, problems)
    if (activity) lines.set(activity.id, lineOf(node))
    return activity ? [activity] : []
  })
  for (const id of doubles(activities.map((activity) => activity.id))) problems.at(lines.get(id) ?? 1, `Two activities have the id “${id}”.`)
  if (!matter) return null

  const { session, 'run-sheets': sheets, sources, aims, materials, room, safety } = matter.value
  checkSources(sources, known, problems, matter.lineOf)
  for (const pattern of patterns) for (const [place, step] of sheets[pattern].entries()) {
    if (!activities.some((activity) => activity.id === step.do)) problems.at(matter.lineOf(['run-sheets', pattern, place, 'do']), `The run-sheet does “${step.do}”, and there is no such activity.`)
  }
  const done = new Set(patterns.flatMap((pattern) => sheets[pattern].map((step) => step.do)))
  for (const { id } of activities) if (!done.has(id)) problems.at(lines.get(id) ?? 1, `No run-sheet does “${id}”.`)
  const stepsOf = (pattern: Pattern) => sheets[pattern].map((step) => ({ activityId: step.do, minutes: step.minutes, note: step.note ?? null }))
  return {
    guide: {
      courseId, slug, sessionId: session, aims, materials, room, safety, sources, activities, runSheets: { five_session: stepsOf('five_session'), two_day: stepsOf('two_day') },
      source: text, contentHash: createHash('sha256').update(text).digest('hex'),
    },
    lineOf: (what) => lines.get(what) ?? matter.lineOf(what === 'session' ? ['session'] : ['run-sheets', what]),
  }
}

function readActivity(node: ContainerDirective, problems: Problems): Activity | null {
  const attributes = readAttributes(node, ActivityAttributes, problems)
  const partOf = (name: (typeof parts)[number]): Block[] => {
    const found = node.children.filter((child) => isContainer(child, name))
    if (found[1]) problems.at(lineOf(found[1]), `There is a second “${name}” part here.`)
    if (found[0]) readAttributes(found[0], NoAttributes, problems)
    if (found[0]?.children.length === 0) problems.at(lineOf(found[0]), `The “${name}” part is empty.`)
    return readBlocks(found[0]?.children ?? [], problems)
  }
  const blocks = readBlocks(node.children.filter((child) => !parts.some((part) => isContainer(child, part))), problems)
  if (blocks.length === 0) problems.at(lineOf(node), 'Say how it goes.')
  const lookFor = partOf('look-for').flatMap((block): Run[][] => {
    if (block.kind === 'list') return block.items
    problems.at(lineOf(node), 'What to look for is a list.')
    return []
  })
  if (!attributes) return null
  const { id, title, how } = attributes
  const teaches = attributes.teaches.map((one) => ({ unitId: one.split('/')[0]!, cardId: one.split('/')[1] ?? null }))
  return { id, title, how, teaches, blocks, say: partOf('say'), lookFor, notes: partOf('notes'), answers: partOf('answers') }
}
