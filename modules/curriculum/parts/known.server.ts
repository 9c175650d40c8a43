import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { Glossary, type Problem } from '../schema.ts'
import type { GlossaryWord } from './glossary.ts'
import type { Measure } from './measure.ts'
import { Problems } from './problems.ts'
import { readYaml } from './read-yaml.server.ts'

/** What a unit may point at: prompts of the journal, sources, words that are explained; and how its reading age is measured, where it is. */
export type Known = { prompts: ReadonlySet<string>; sources: ReadonlySet<string>; glossary: readonly GlossaryWord[]; measure: Measure | null }

const textOf = (folder: string, file: string): string => (existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n') : '')

export function readKnown(folder: string, measure: Measure | null): { known: Known; problems: Problem[] } {
  const problems = new Problems('glossary.yaml')
  const words = textOf(folder, 'glossary.yaml')
  const read = words ? readYaml(words, Glossary, problems) : null
  const glossary = (read?.value ?? []).map((entry, place) => ({ ...entry, line: read!.lineOf([place, 'word']) }))
  for (const [place, { word, line }] of glossary.entries()) if (glossary.findIndex((one) => one.word.toLowerCase() === word.toLowerCase()) < place) problems.at(line, `“${word}” is explained twice.`)
  return { known: { prompts: promptsIn(folder), sources: new Set(linesOf(textOf(folder, 'sources.txt')).map(({ text }) => text)), glossary, measure }, problems: problems.list }
}

/** The lines of a list in plain text, without its remarks. */
export const linesOf = (text: string): { text: string; line: number }[] =>
  text.split('\n').map((line, at) => ({ text: line.trim(), line: at + 1 })).filter(({ text: one }) => one && !one.startsWith('#'))

/** The prompts of the journal that a reflection may open, by id. What else is in them is the journal's to check. */
function promptsIn(folder: string): ReadonlySet<string> {
  const prompts: unknown = parse(textOf(folder, 'prompts.yaml')) ?? []
  return new Set(z.array(z.object({ id: z.string() })).catch([]).parse(prompts).map(({ id }) => id))
}

/** Says which sources of a file are not in the list. */
export function checkSources(sources: readonly string[], known: Known, problems: Problems, lineOf: (path: readonly PropertyKey[]) => number) {
  for (const [place, source] of sources.entries()) if (!known.sources.has(source)) problems.at(lineOf(['sources', place]), `“${source}” is not among the sources: sources.txt has them all.`)
}
