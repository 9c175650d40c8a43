import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { CourseFile, type Course, type Problem, type Unit } from './schema.ts'
import { Problems } from './parts/problems.ts'
import { readUnit } from './parts/read-unit.server.ts'
import { readYaml } from './parts/read-yaml.server.ts'

/** Reads every course in a folder, and everything that is wrong with them. */
export function readCurriculum(folder: string): { courses: Course[]; problems: Problem[] } {
  const prompts = promptsIn(folder)
  const found = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => readCourse(folder, entry.name, prompts))
  const problems = found.flatMap((one) => one.problems)
  const taken = new Map<string, string>()
  // Progress is kept by a unit's id alone, so ids are one name space over all courses.
  for (const { ids } of found) for (const { id, file, line } of ids) {
    const other = taken.get(id)
    if (other) problems.push({ file, line, says: `The id “${id}” is taken already, in ${other}.` })
    taken.set(id, file)
  }
  return { courses: found.flatMap((one) => one.course ?? []), problems }
}

/** The prompts of the journal that a reflection may open, by id. What else is in them is the journal's to check. */
function promptsIn(folder: string): ReadonlySet<string> {
  const file = join(folder, 'prompts.yaml')
  const prompts: unknown = existsSync(file) ? parse(readFileSync(file, 'utf8')) : []
  return new Set(z.array(z.object({ id: z.string() })).catch([]).parse(prompts).map(({ id }) => id))
}

function readCourse(folder: string, slug: string, prompts: ReadonlySet<string>) {
  const file = join(slug, 'course.yaml')
  const problems = new Problems(file)
  const ids: { id: string; file: string; line: number }[] = []
  const nothing = () => ({ course: null, problems: problems.list, ids })
  if (!existsSync(join(folder, file))) return (problems.at(1, 'A course needs a course.yaml.'), nothing())
  const read = readYaml(readFileSync(join(folder, file), 'utf8'), CourseFile, problems)
  if (!read) return nothing()

  const { sessions, sources: _sources, ...course } = read.value
  ids.push({ id: course.id, file, line: read.lineOf(['id']) })
  const listed = new Set<string>()
  const made = sessions.map((session, index) => {
    ids.push({ id: session.id, file, line: read.lineOf(['sessions', index, 'id']) })
    const units = session.units.flatMap(({ id, slug: unitSlug }, place): Unit[] => {
      const line = read.lineOf(['sessions', index, 'units', place, 'slug'])
      ids.push({ id, file, line })
      if (listed.has(unitSlug)) problems.at(line, `“${unitSlug}” is listed twice.`)
      listed.add(unitSlug)
      const unitFile = join(slug, `${unitSlug}.md`)
      if (!existsSync(join(folder, unitFile))) return (problems.at(line, `“${unitSlug}” is listed, and there is no ${unitSlug}.md.`), [])
      const own = new Problems(unitFile)
      const unit = readUnit(readFileSync(join(folder, unitFile), 'utf8'), unitSlug, prompts, own)
      if (unit && unit.id !== id) own.at(2, `The course calls this unit “${id}”, its own front matter “${unit.id}”.`)
      problems.list.push(...own.list)
      return unit ? [unit] : []
    })
    return { id: session.id, number: index + 1, title: session.title, summary: session.summary, units }
  })
  for (const name of readdirSync(join(folder, slug))) {
    if (name.endsWith('.md') && name !== 'README.md' && !listed.has(name.slice(0, -3))) problems.list.push({ file: join(slug, name), line: 1, says: 'No session of the course lists this unit.' })
  }
  return { course: { ...course, slug, sessions: made }, problems: problems.list, ids }
}
