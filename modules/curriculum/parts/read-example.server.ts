import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { activitiesOf } from '../activities-of.ts'
import type { Course, Problem } from '../schema.ts'
import { SpecificationGiven } from '../specification.ts'
import { doubles } from './doubles.ts'
import type { Known } from './known.server.ts'
import { readingAgeLimit } from './measure.ts'
import { Problems } from './problems.ts'
import { readYaml } from './read-yaml.server.ts'

export const exampleFile = 'example-specification.yaml'

/** Reads the example specification, if there is one, and checks it against the units that teach it. */
export function readExample(folder: string, courses: readonly Course[], known: Known): { example: SpecificationGiven | null; problems: Problem[] } {
  const path = join(folder, exampleFile)
  if (!existsSync(path)) return { example: null, problems: [] }
  const problems = new Problems(exampleFile)
  const read = readYaml(readFileSync(path, 'utf8'), SpecificationGiven, problems)
  if (!read) return { example: null, problems: problems.list }

  const { value, lineOf } = read
  if (!value.isExample || !/example/i.test(value.title)) problems.at(lineOf(['title']), 'It is ours and no awarding body’s: its title says “example”, and `isExample` is true.')
  const activities = activitiesOf(courses)
  for (const ref of doubles(value.units.map(({ ref }) => ref))) problems.at(lineOf(['units']), `Two units have the reference “${ref}”.`)
  for (const [unitAt, unit] of value.units.entries()) {
    const at = ['units', unitAt]
    for (const number of doubles(unit.outcomes.flatMap(({ criteria }) => criteria.map(({ number }) => number)))) problems.at(lineOf([...at, 'ref']), `Two criteria of ${unit.ref} have the number ${number}.`)
    for (const [outcomeAt, outcome] of unit.outcomes.entries()) for (const [place, criterion] of outcome.criteria.entries()) {
      const line = lineOf([...at, 'outcomes', outcomeAt, 'criteria', place, 'number'])
      if (criterion.taughtIn.length === 0) problems.at(line, `Say which activity teaches ${unit.ref} ${criterion.number}.`)
      for (const activity of criterion.taughtIn) if (!activities.has(activity)) problems.at(line, `${unit.ref} ${criterion.number} is taught in “${activity}”, which no course has.`)
    }
    const age = known.measure?.([unit.title, ...unit.outcomes.flatMap(({ title, criteria }) => [title, ...criteria.map(({ says }) => says)])], known.glossary)
    if (age !== undefined && age > readingAgeLimit) problems.at(lineOf([...at, 'ref']), `“${unit.ref}” asks for a reading age of ${age}; ${readingAgeLimit} is the most.`)
  }
  return { example: value, problems: problems.list }
}
