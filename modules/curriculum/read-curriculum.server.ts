import { readdirSync } from 'node:fs'
import type { Competencies } from './competency.ts'
import type { Guide } from './guide.ts'
import type { Course, Problem } from './schema.ts'
import type { SpecificationGiven } from './specification.ts'
import { checkNeeds, inOrder } from './parts/check-needs.ts'
import { readKnown } from './parts/known.server.ts'
import type { Measure } from './parts/measure.ts'
import { checkPublished, idsOf } from './parts/published-ids.server.ts'
import { readCompetencies } from './parts/read-competencies.server.ts'
import { readCourse } from './parts/read-course.server.ts'
import { readExample } from './parts/read-example.server.ts'
import { unitsOf } from './units-of.ts'

export type Curriculum = { courses: Course[]; guides: Guide[]; competencies: Competencies | null; example: SpecificationGiven | null }

/** Reads every course in a folder, and everything that is wrong with them. The reading age is measured only with something to measure it by. */
export function readCurriculum(folder: string, measure: Measure | null = null): Curriculum & { ids: string[]; problems: Problem[] } {
  const { known, problems: ofKnown } = readKnown(folder, measure)
  const found = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort().map((slug) => readCourse(folder, slug, known))
  const courses = inOrder(found.flatMap((one) => one.course ?? []))
  const problems = [...ofKnown, ...found.flatMap((one) => one.problems), ...checkNeeds(found.flatMap((one) => one.needing ?? []))]
  const { competencies, problems: ofCompetencies } = readCompetencies(folder, courses, known)
  const { example, problems: ofExample } = readExample(folder, courses, known)
  const ids = idsOf({ courses, competencies, prompts: known.prompts })
  const taken = new Map<string, string>()
  // Progress is kept by a unit's id alone, so ids are one name space over all courses.
  for (const one of found) for (const { id, file, line } of one.ids) {
    const other = taken.get(id)
    if (other) problems.push({ file, line, says: `The id “${id}” is taken already, in ${other}.` })
    taken.set(id, file)
  }
  // One that teaches a unit that could not be read would name it, too: first things first.
  if (problems.length === 0) problems.push(...ofCompetencies, ...ofExample)
  // A unit that cannot be read has no ids to compare: that is said already, and not once for each of them.
  if (problems.length === 0) problems.push(...checkPublished(folder, ids))
  const used = new Set(courses.flatMap(unitsOf).flatMap(({ unit }) => unit.words.map(({ word }) => word)))
  for (const { word, line } of known.glossary) if (!used.has(word)) problems.push({ file: 'glossary.yaml', line, says: `No unit uses “${word}”.` })
  return { courses, guides: found.flatMap((one) => one.guides), competencies, example, ids, problems }
}
