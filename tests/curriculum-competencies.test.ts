import { afterEach, expect, test } from 'vitest'
import { forgetFolders, readSmall } from '#tests/support/read-small.ts'

afterEach(forgetFolders)
const small = `course: course-one
sources: [MTM-20]
competencies:
  - id: competency-one
    title: Being there
    summary: You come, and you stay.
    sources: [MTM-20]
    indicators:
      - { id: comes, says: You come., units: [unit-one] }
      - { id: stays, says: You stay., units: [unit-one] }
      - { id: waits, says: You wait., units: [unit-one] }
      - { id: goes, says: You say when you go., units: [unit-one] }
`
const said = (from: string | RegExp, to: string, more: Record<string, string> = {}) => readSmall({}, { 'competencies.yaml': small.replace(from, to), ...more }).problems.map(({ file, line, says }) => `${file}:${line} ${says}`)

test('competencies are read whole, and their ids are for ever as well', () => {
  const { competencies, ids, problems } = readSmall({}, { 'competencies.yaml': small })
  expect(problems).toEqual([])
  expect(competencies!.competencies[0]).toMatchObject({ id: 'competency-one', indicators: [{ id: 'comes', says: 'You come.', units: ['unit-one'] }, {}, {}, {}] })
  expect(ids.slice(-5)).toEqual(['competency-one', 'competency-one/comes', 'competency-one/stays', 'competency-one/waits', 'competency-one/goes'])
  expect(said('id: comes', 'id: arrives', { 'ids.txt': 'competency-one/comes\n' })).toEqual([expect.stringMatching(/^ids\.txt:1 “competency-one\/comes” was published and is gone/)])
})

test('a curriculum without competencies has none', () => {
  expect(readSmall().competencies).toBeNull()
})

test.each([
  ['a unit that is not there', () => said('units: [unit-one]', 'units: [unit-one, unit-two]'), ['competencies.yaml:9 “comes” is taught in “unit-two”, which no course has.']],
  ['a unit that no indicator names', () => said(/unit-one/g, 'unit-gone'), expect.arrayContaining(['competencies.yaml:3 No indicator says what “unit-one” teaches.'])],
  ['an indicator taught nowhere', () => said('units: [unit-one]', 'units: []'), ['competencies.yaml:9 “competencies.0.indicators.0.units”: Say in which unit it is taught.']],
  ['too few indicators', () => said(/ {6}- \{ id: goes.*\n/, ''), ['competencies.yaml:8 “competencies.0.indicators”: A competency has four to six indicators.']],
  ['one id twice', () => said('id: stays', 'id: comes'), ['competencies.yaml:3 Two competencies or indicators have the id “comes”.']],
  ['a course that is not there', () => said('course: course-one', 'course: course-two'), ['competencies.yaml:1 There is no course “course-two”.']],
  ['a key that is not known', () => said('    title: Being there', '    title: Being there\n    level: 2'), ['competencies.yaml:6 “level” is not known here.']],
  ['a source that is not there', () => said('    sources: [MTM-20]', '    sources: [MTM-20, MTM-98]'), ['competencies.yaml:7 “MTM-98” is not among the sources: sources.txt has them all.']],
  ['words that are too hard', () => said('You come.', 'You consistently demonstrate organisational accountability notwithstanding considerable institutional complexity and interdisciplinary responsibilities'), [expect.stringMatching(/^competencies\.yaml:4 “competency-one” asks for a reading age of \d/)]],
] as const)('%s is said, with its file and line', (_rule, check, expected) => {
  expect(check()).toEqual(expected)
})
