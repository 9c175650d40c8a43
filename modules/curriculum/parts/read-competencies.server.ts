import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Competencies } from '../competency.ts'
import type { Course, Problem } from '../schema.ts'
import { unitsOf } from '../units-of.ts'
import { doubles } from './doubles.ts'
import { checkSources, type Known } from './known.server.ts'
import { readingAgeLimit } from './measure.ts'
import { Problems } from './problems.ts'
import { readYaml } from './read-yaml.server.ts'

export const competenciesFile = 'competencies.yaml'

/** Reads the competencies, if there are any, and checks them against the units that teach them, both ways. */
export function readCompetencies(folder: string, courses: readonly Course[], known: Known): { competencies: Competencies | null; problems: Problem[] } {
  const path = join(folder, competenciesFile)
  if (!existsSync(path)) return { competencies: null, problems: [] }
  const problems = new Problems(competenciesFile)
  const read = readYaml(readFileSync(path, 'utf8'), Competencies, problems)
  if (!read) return { competencies: null, problems: problems.list }

  const { value, lineOf } = read
  const course = courses.find(({ id }) => id === value.course)
  if (!course) problems.at(lineOf(['course']), `There is no course “${value.course}”.`)
  checkSources(value.sources, known, problems, lineOf)
  const units = new Set(courses.flatMap(unitsOf).map(({ unit }) => unit.id))
  const taught = new Set<string>()
  for (const [place, competency] of value.competencies.entries()) {
    const at = ['competencies', place]
    checkSources(competency.sources, known, problems, (path) => lineOf([...at, ...path]))
    for (const [index, indicator] of competency.indicators.entries()) for (const unit of indicator.units) {
      taught.add(unit)
      if (!units.has(unit)) problems.at(lineOf([...at, 'indicators', index, 'units']), `“${indicator.id}” is taught in “${unit}”, which no course has.`)
    }
    const age = known.measure?.([competency.title, competency.summary, ...competency.indicators.map(({ says }) => says)], known.glossary)
    if (age !== undefined && age > readingAgeLimit) problems.at(lineOf([...at, 'id']), `“${competency.id}” asks for a reading age of ${age}; ${readingAgeLimit} is the most.`)
  }
  const ids = value.competencies.flatMap((one) => [one.id, ...one.indicators.map(({ id }) => id)])
  for (const id of doubles(ids)) problems.at(lineOf(['competencies']), `Two competencies or indicators have the id “${id}”.`)
  for (const { unit } of course ? unitsOf(course) : []) if (!taught.has(unit.id)) problems.at(lineOf(['competencies']), `No indicator says what “${unit.id}” teaches.`)
  return { competencies: value, problems: problems.list }
}
