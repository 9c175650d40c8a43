import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { forgetFolders, lastFolder, readSmall } from '#tests/support/read-small.ts'
import { curriculumFolder } from './curriculum-folder.server.ts'
import { keepReading, keptReading } from './kept-reading.server.ts'
import { readCurriculum } from './read-curriculum.server.ts'

afterEach(forgetFolders)

test('what was kept is what is read, to the last word', () => {
  const { courses, guides, competencies, example } = readCurriculum(curriculumFolder())
  expect(keptReading(curriculumFolder())).toEqual({ courses, guides, competencies, example })
})

test('a word changed: what was kept is not taken for it, and a mistake is never kept', async () => {
  readSmall()
  const [folder, place] = [lastFolder(), `${lastFolder()}.json`]
  await keepReading(folder, place)
  expect(keptReading(folder, place)?.courses.length).toBe(1)
  appendFileSync(join(folder, 'sources.txt'), '# A line more\n')
  expect(keptReading(folder, place)).toBeNull()
  appendFileSync(join(folder, 'a-course/course.yaml'), 'nothing-we-know: 1\n')
  await keepReading(folder, place)
  expect(keptReading(folder, place)).toBeNull()
  rmSync(place)
})
