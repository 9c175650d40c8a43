import { afterEach, expect, test } from 'vitest'
import { courses as taught } from '#modules/cohorts/timetable.ts'
import { curriculumFolder } from '#modules/curriculum/curriculum-folder.server.ts'
import { readCurriculum } from '#modules/curriculum/read-curriculum.server.ts'
import { patterns } from '#modules/curriculum/schema.ts'
import { forgetFolders, readSmall } from '#tests/support/read-small.ts'
import { smallCourse, smallGuide, smallTimetables } from '#tests/support/small-curriculum.ts'

afterEach(forgetFolders)
const file = 'a-course/guides/one.md'
const read = (guide: string = smallGuide, course = smallCourse + smallTimetables, more: Record<string, string> = {}) => readSmall({}, { 'a-course/course.yaml': course, [file]: guide, ...more })
const said = (result: ReturnType<typeof read>) => result.problems.map(({ file: where, line, says }) => `${where}:${line} ${says}`)
const inGuide = (from: string | RegExp, to: string) => said(read(smallGuide.replace(from, to)))
const inCourse = (from: string, to: string) => said(read(smallGuide, (smallCourse + smallTimetables).replace(from, to)))

test('a guide is read whole', () => {
  const { guides, problems } = read()
  expect(problems).toEqual([])
  expect(guides).toMatchObject([{ courseId: 'course-one', slug: 'one', sessionId: 'session-one', aims: ['They know what it is.'], materials: ['Pens'], room: 'A circle of chairs.', safety: ['Anybody may pass.'] }])
  expect(guides[0]!.runSheets).toEqual({ five_session: [{ activityId: 'hello', minutes: 5, note: null }, { activityId: 'wren', minutes: 15, note: null }], two_day: [{ activityId: 'wren', minutes: 15, note: 'Stand up for it.' }] })
  const paragraph = (text: string) => [{ kind: 'paragraph', runs: [{ text }] }]
  expect(guides[0]!.activities[1]).toEqual({
    id: 'wren', title: 'Wren', how: 'threes', teaches: [{ unitId: 'unit-one', cardId: null }, { unitId: 'unit-one', cardId: 'wren-asks' }], blocks: paragraph('Read it aloud, then choose.'),
    say: paragraph('“What would you do?”'), lookFor: [[{ text: 'They say why.' }]], notes: paragraph('Wait for an answer.'), answers: paragraph('Staying is better.'),
  })
})

test.each([
  ['minutes that do not fill the sitting', () => inGuide('{ do: hello, minutes: 5 }', '{ do: hello, minutes: 4 }'), [`${file}:12 The run-sheet “five_session” comes to 19 minutes; the sitting has 20.`]],
  ['minutes that are too many', () => inGuide('minutes: 15, note', 'minutes: 25, note'), [`${file}:15 The run-sheet “two_day” comes to 25 minutes; the sitting has 15.`]],
  ['a unit of the session that is never taught', () => inGuide('unit-one unit-one/wren-asks', ''), [`${file}:12 The run-sheet “five_session” never teaches “unit-one”.`, `${file}:15 The run-sheet “two_day” never teaches “unit-one”.`]],
  ['a unit taught one way and not the other', () => inGuide('{ do: wren, minutes: 15, note: Stand up for it. }', '{ do: hello, minutes: 15 }'), [`${file}:15 The run-sheet “two_day” never teaches “unit-one”.`]],
  ['a unit that is not there', () => inGuide('teaches="unit-one ', 'teaches="unit-one unit-two '), [`${file}:23 “wren” teaches “unit-two”, which is no unit of this course.`]],
  ['a card that is not there', () => inGuide('unit-one/wren-asks', 'unit-one/kite-asks'), [`${file}:23 “wren” teaches “unit-one/kite-asks”, and the unit has no such card.`]],
  ['a step that does what is not there', () => inGuide('{ do: hello, minutes: 5 }', '{ do: goodbye, minutes: 5 }'), [`${file}:13 The run-sheet does “goodbye”, and there is no such activity.`, `${file}:19 No run-sheet does “hello”.`]],
  ['two activities with one id', () => inGuide('#wren', '#hello'), expect.arrayContaining([`${file}:23 Two activities have the id “hello”.`])],
  ['a key that is not known', () => inGuide('room:', 'weather: fine\nroom:'), [`${file}:7 “weather” is not known here.`]],
  ['a key of a step that is not known', () => inGuide('{ do: hello, minutes: 5 }', '{ do: hello, minutes: 5, who: all }'), [`${file}:13 “who” is not known here.`]],
  ['an attribute that is not known', () => inGuide('how=all', 'how=all colour=green'), expect.arrayContaining([`${file}:19 “colour” is not known here.`])],
  ['a way to sit that is not known', () => inGuide('how=all', 'how=fives'), expect.arrayContaining([expect.stringContaining(`${file}:19 “how”`)])],
  ['a part that is not known', () => inGuide(':::say', ':::sing'), [`${file}:26 Belay does not know the directive “sing” here.`]],
  ['an activity with nothing to do', () => inGuide('Go round with names.\n', ''), [`${file}:19 Say how it goes.`]],
  ['words outside an activity', () => inGuide(':::activity', 'Hello.\n\n:::activity'), [`${file}:19 Everything in a guide is in an activity; this is not.`]],
  ['a guide without front matter', () => inGuide(/^---[\s\S]*?---\n/, ''), [`${file}:1 A guide begins with its front matter between two lines of “---”.`]],
  ['a source that is not there', () => inGuide('[MTM-20]', '[MTM-77]'), [`${file}:10 “MTM-77” is not among the sources: sources.txt has them all.`]],
  ['a guide to no session', () => inGuide('session: session-one', 'session: session-two'), [`${file}:2 There is no session “session-two” in this course.`, 'a-course/course.yaml:7 “session-one” is timetabled and has no guide.']],
  ['two guides to one session', () => said(read(smallGuide, undefined, { 'a-course/guides/two.md': smallGuide })), expect.arrayContaining(['a-course/guides/two.md:2 “session-one” has a guide already, in a-course/guides/one.md.'])],
  ['guides to a course without a timetable', () => said(read(smallGuide, smallCourse)), ['a-course/course.yaml:1 The course has guides and no timetables: say how long a sitting is.']],
  ['a session that is timetabled twice', () => inCourse('sessions: [session-one], minutes: 20', 'sessions: [session-one, session-one], minutes: 20'), expect.arrayContaining(['a-course/course.yaml:13 The timetable “five_session” has to have every session once, in order.'])],
])('%s is said, with its file and line', (_rule, check, expected) => {
  expect(check()).toEqual(expected)
})

test('a session that is timetabled has its guide', () => {
  expect(said(readSmall({}, { 'a-course/course.yaml': smallCourse + smallTimetables }))).toEqual(['a-course/course.yaml:7 “session-one” is timetabled and has no guide.'])
})

test('the mentor course is timetabled as cohorts are, session for session', () => {
  const course = readCurriculum(curriculumFolder()).courses.find(({ id }) => id === taught.mentors.courseId)!
  const numbers = (ids: readonly string[]) => ids.map((id) => course.sessions.findIndex((session) => session.id === id) + 1)
  for (const pattern of patterns) expect(course.timetables![pattern].map(({ sessions }) => numbers(sessions)), pattern).toEqual({ five_session: [[1], [2], [3], [4], [5]], two_day: [[1, 2, 3], [4, 5]] }[pattern])
})
