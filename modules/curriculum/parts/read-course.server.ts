import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Guide } from '../guide.ts'
import { CourseFile, type Course, type Problem, type Unit } from '../schema.ts'
import { checkEveryUnit } from './check-every-unit.ts'
import type { Needing } from './check-needs.ts'
import { checkSources, type Known } from './known.server.ts'
import { Problems } from './problems.ts'
import { readGuides } from './read-guides.server.ts'
import { readUnit } from './read-unit.server.ts'
import { readYaml } from './read-yaml.server.ts'

type Id = { id: string; file: string; line: number }
export type CourseRead = { course: Course | null; needing: Needing | null; problems: Problem[]; guides: Guide[]; ids: Id[] }

/** Reads a course's folder: what it lists, what is there, and where the two differ. */
export function readCourse(folder: string, slug: string, known: Known): CourseRead {
  const file = join(slug, 'course.yaml')
  const problems = new Problems(file)
  const ids: Id[] = []
  const nothing = () => ({ course: null, needing: null, guides: [], problems: problems.list, ids })
  if (!existsSync(join(folder, file))) return (problems.at(1, 'A course needs a course.yaml.'), nothing())
  const read = readYaml(readFileSync(join(folder, file), 'utf8'), CourseFile, problems)
  if (!read) return nothing()

  const { sessions, sources, 'every-unit': everyUnit, ...course } = read.value
  checkSources(sources, known, problems, read.lineOf)
  ids.push({ id: course.id, file, line: read.lineOf(['id']) })
  const listed = new Set<string>()
  const needing: Needing = { id: course.id, file, needs: course.needs.map((id, place) => ({ id, line: read.lineOf(['needs', place]) })), units: [] }
  const made = sessions.map((session, index) => {
    ids.push({ id: session.id, file, line: read.lineOf(['sessions', index, 'id']) })
    const units = session.units.flatMap(({ id, slug: unitSlug, needs }, place): Unit[] => {
      const line = read.lineOf(['sessions', index, 'units', place, 'slug'])
      ids.push({ id, file, line })
      needing.units.push({ id, needs: needs.map((need) => ({ id: need, line })) })
      if (listed.has(unitSlug)) problems.at(line, `“${unitSlug}” is listed twice.`)
      listed.add(unitSlug)
      const unitFile = join(slug, `${unitSlug}.md`)
      if (!existsSync(join(folder, unitFile))) return (problems.at(line, `“${unitSlug}” is listed, and there is no ${unitSlug}.md.`), [])
      const own = new Problems(unitFile)
      const unit = readUnit(readFileSync(join(folder, unitFile), 'utf8'), unitSlug, known, own)
      if (unit && unit.id !== id) own.at(2, `The course calls this unit “${id}”, its own front matter “${unit.id}”.`)
      if (unit) checkEveryUnit(unit, everyUnit, own)
      problems.list.push(...own.list)
      return unit ? [unit] : []
    })
    return { id: session.id, number: index + 1, title: session.title, summary: session.summary, units }
  })
  const written = new Set(made.flatMap(({ units }) => units.map(({ id }) => id)))
  for (const [place, id] of course.safeguarding.entries()) if (!written.has(id)) problems.at(read.lineOf(['safeguarding', place]), `“${id}” is no unit of this course.`)
  for (const name of readdirSync(join(folder, slug))) {
    if (name.endsWith('.md') && name !== 'README.md' && !listed.has(name.slice(0, -3))) problems.list.push({ file: join(slug, name), line: 1, says: 'No session of the course lists this unit.' })
  }
  const taught = readGuides({ folder, slug, known, course, sessions: made, lineOf: read.lineOf })
  problems.list.push(...taught.problems)
  return { course: { ...course, slug, sessions: made }, needing, guides: taught.guides, problems: problems.list, ids }
}
