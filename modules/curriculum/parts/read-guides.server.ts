import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Guide } from '../guide.ts'
import type { Problem, Session, Timetable } from '../schema.ts'
import { checkGuides } from './check-guides.ts'
import type { Known } from './known.server.ts'
import { Problems } from './problems.ts'
import { readGuide } from './read-guide.server.ts'

type Of = { folder: string; slug: string; known: Known; course: { id: string; timetables?: Timetable | undefined }; sessions: readonly Session[]; lineOf: (path: readonly PropertyKey[]) => number }

/** The guides in a course's folder `guides`, and where they and the course differ. */
export function readGuides({ folder, slug, known, course, sessions, lineOf }: Of): { guides: Guide[]; problems: Problem[] } {
  const place = join(slug, 'guides')
  const names = existsSync(join(folder, place)) ? readdirSync(join(folder, place)).filter((name) => name.endsWith('.md')).sort() : []
  const problems: Problem[] = []
  const guides = names.flatMap((name) => {
    const own = new Problems(join(place, name))
    const read = readGuide(readFileSync(join(folder, place, name), 'utf8'), { courseId: course.id, slug: name.slice(0, -3) }, known, own)
    problems.push(...own.list)
    return read ? [{ ...read, file: own.file }] : []
  })
  // One that cannot be read is said already; that its session then has none is not news.
  if (guides.length === names.length) problems.push(...checkGuides({ file: join(slug, 'course.yaml'), timetables: course.timetables, lineOf, sessions, guides }))
  return { guides: guides.map(({ guide }) => guide), problems }
}
