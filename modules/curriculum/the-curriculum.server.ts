import { SetUpProblem } from '../errors.ts'
import { curriculumFolder } from './curriculum-folder.server.ts'
import type { Competencies } from './competency.ts'
import type { Guide } from './guide.ts'
import type { Course } from './schema.ts'
import type { SpecificationGiven } from './specification.ts'
import { keptReading } from './kept-reading.server.ts'

const read = keptReading(curriculumFolder()) ?? await readAll()

/**
 * The courses, read once when the app starts: a page never waits for the disk, and a curriculum with a mistake in it does not start.
 */
export const theCourses: readonly Course[] = read.courses

/** How their sessions are taught. */
export const theGuides: readonly Guide[] = read.guides

/** What somebody can do who has learned a course; null where none is written. */
export const theCompetencies: Competencies | null = read.competencies

/** The example specification of our own; null where none is written. */
export const theExample: SpecificationGiven | null = read.example

async function readAll() {
  const { readCurriculum } = await import('./read-curriculum.server.ts')
  const { problems, ...all } = readCurriculum(curriculumFolder())
  if (problems.length > 0) throw new SetUpProblem(`The curriculum has mistakes. Run “npm run curriculum”.\n${problems.map(({ file, line, says }) => `curriculum/${file}:${line}  ${says}`).join('\n')}`)
  return all
}
