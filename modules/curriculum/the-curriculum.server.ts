import { SetUpProblem } from '../errors.ts'
import { curriculumFolder } from './curriculum-folder.server.ts'
import type { Course } from './schema.ts'
import { readCurriculum } from './read-curriculum.server.ts'

/**
 * The courses, read once when the app starts: a page never waits for the disk, and a curriculum with a mistake in it does not start.
 */
export const theCourses: readonly Course[] = readAll()

function readAll(): readonly Course[] {
  const { courses, problems } = readCurriculum(curriculumFolder())
  if (problems.length > 0) throw new SetUpProblem(`The curriculum has mistakes. Run “npm run curriculum”.\n${problems.map(({ file, line, says }) => `curriculum/${file}:${line}  ${says}`).join('\n')}`)
  return courses
}
