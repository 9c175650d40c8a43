import { afterEach, expect, test } from 'vitest'
import { checkCurriculum } from '#modules/curriculum/check-curriculum.server.ts'
import { curriculumFolder } from '#modules/curriculum/curriculum-folder.server.ts'
import { publishIds, unpublished } from '#modules/curriculum/publish-ids.server.ts'
import { readCurriculum } from '#modules/curriculum/read-curriculum.server.ts'
import { unitsOf } from '#modules/curriculum/units-of.ts'
import { wordsOfCard } from '#modules/curriculum/words-of.ts'
import { forgetFolders, lastFolder, readSmall as read } from '#tests/support/read-small.ts'
import { smallCourse, smallPractice, smallUnit } from '#tests/support/small-curriculum.ts'
import { cameToAnEnd, walk, waysThrough, type Scenario } from '#modules/curriculum/walk.ts'

afterEach(forgetFolders)

const [course, unit, practice] = [smallCourse, smallUnit, smallPractice]
const said = (result: ReturnType<typeof read>) => result.problems.map(({ file, line, says }) => `${file}:${line} ${says}`)
const inUnit = (from: string | RegExp, to: string) => said(read({ 'a-course/one.md': [from, to] }))
const two = (needs: string, more: Record<string, string> = {}) => ({ 'a-course/course.yaml': `${course}      - { id: unit-two, slug: two }\n`.replace('slug: one }', `slug: one${needs} }`), 'a-course/two.md': unit.replace('unit-one', 'unit-two'), ...more })
const otherCourse = (over: [from: string, to: string][] = []) => over.reduce((text, [from, to]) => text.replace(from, to), course.replace('course-one', 'course-other').replace('session-one', 'session-other').replace('unit-one', 'unit-other'))
const inOther = (over: [from: string, to: string][], ofFirst: [from: string, to: string] = ['x', 'x']) => said(read({ 'a-course/course.yaml': ofFirst }, { 'b-course/course.yaml': otherCourse(over), 'b-course/one.md': unit.replace('unit-one', 'unit-other') }))
const inPractice = (from: string | RegExp, to: string) => inUnit(':::carry-away', `${practice.replace(from, to)}:::carry-away`)
const inCourse = (from: string | RegExp, to: string) => said(read({ 'a-course/course.yaml': [from, to] }))

test('a small curriculum with nothing wrong is read whole, and a time of day stays a time of day', () => {
  const { courses, problems } = read()
  expect(problems).toEqual([])
  const [only] = unitsOf(courses[0]!)
  expect(only!.unit).toMatchObject({ id: 'unit-one', minutes: 5, contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown })
  expect(only!.unit.cards[0]!.blocks).toEqual([{ kind: 'paragraph', runs: [{ text: 'We meet at 10:30 on a ' }, { text: 'sunny', is: 'strong' }, { text: ' day.' }] }])
})

test('a practice is read whole: who plays what, what to watch for, how to try it alone, what to talk about', () => {
  const { courses, problems } = read({ 'a-course/one.md': [':::carry-away', `${practice}:::carry-away`] })
  expect(problems).toEqual([])
  const card = unitsOf(courses[0]!)[0]!.unit.cards.find((one) => one.kind === 'practice')!
  expect(card).toMatchObject({ id: 'try-it', people: 3, minutes: 5, ask: 'What was hard?', roles: [{ id: 'mentor', name: 'Mentor' }, { id: 'mentee', name: 'Finch, 12' }] })
  expect(card.observer).toEqual([[{ text: 'They said hello.' }], [{ text: 'They waited.' }], [{ text: 'They smiled.' }], [{ text: 'They said when.' }]])
  expect(wordsOfCard(card)).toEqual(['Try it', 'Two try it, one watches.', 'Mentor', 'Say hello.', 'Finch, 12', 'Say little.', 'Hm.', 'They said hello.', 'They waited.', 'They smiled.', 'They said when.', 'Say it to a mirror.', 'What was hard?'])
})

test('what was published and is still there is fine, and so is what is retired or new', () => {
  expect(said(read({}, { 'ids.txt': '# Never changed\ncourse-one\nunit-one/wren-asks/leave\nunit-one/old-card retired\n' }))).toEqual([])
})

test('publishing keeps every id of a course, once', () => {
  const { ids } = read()
  const folder = lastFolder()
  expect(publishIds(folder, ids)).toEqual(['course-one', 'session-one', 'unit-one', 'unit-one/read-this', 'unit-one/wren-asks', 'unit-one/wren-asks/begin', 'unit-one/wren-asks/stay', 'unit-one/wren-asks/leave', 'unit-one/wren-asks/good', 'unit-one/wren-asks/bad', 'unit-one/one-check', 'unit-one/one-check/this', 'unit-one/one-check/that', 'unit-one/take-this'])
  expect(publishIds(folder, ids)).toEqual([])
  expect(checkCurriculum(folder).problems).toEqual([])
})

test('a course comes after those it needs, whatever its folder is called', () => {
  const { courses, problems } = read({ 'a-course/course.yaml': ['sources:', 'needs: [course-other]\nsources:'] }, { 'b-course/course.yaml': otherCourse(), 'b-course/one.md': unit.replace('unit-one', 'unit-other') })
  expect(problems).toEqual([])
  expect(courses.map(({ id }) => id)).toEqual(['course-other', 'course-one'])
})

test('an explained word is shown to who reads the unit, and does not make it harder', () => {
  const long = (more: Record<string, string> = {}) => unitsOf(read({ 'a-course/one.md': ['sunny', 'extraordinarily institutionalised'] }, more).courses[0]!)[0]!.unit
  const explained = long({ 'glossary.yaml': '- word: institutionalise\n  forms: [institutionalised]\n  says: To make a rule of it.\n' })
  expect(explained.words).toEqual([{ word: 'institutionalise', says: 'To make a rule of it.' }])
  expect(long().words).toEqual([])
  expect(explained.readingAge).toBeLessThan(long().readingAge!)
})

test('a link in a reading is a whole address, and is kept as one', () => {
  const { courses, problems } = read({ 'a-course/one.md': ['We meet', 'Ring [Childline](tel:08001111) or [read on](https://www.childline.org.uk). We meet'] })
  expect(problems).toEqual([])
  expect(unitsOf(courses[0]!)[0]!.unit.cards[0]!.blocks[0]).toMatchObject({ runs: [{ text: 'Ring ' }, { text: 'Childline', href: 'tel:08001111' }, { text: ' or ' }, { text: 'read on', href: 'https://www.childline.org.uk' }, {}, {}, {}] })
})

test('the hash follows the content, and not how a system ends its lines', () => {
  const hash = (result: ReturnType<typeof read>) => unitsOf(result.courses[0]!)[0]!.unit.contentHash
  expect(hash(read({ 'a-course/one.md': ['Be kind', 'Be calm'] }))).not.toBe(hash(read()))
  expect(hash(read({ 'a-course/one.md': [/\n/g, '\r\n'] }))).toBe(hash(read()))
})

test.each([
  ['a unit that is listed and not there', () => inCourse('slug: one', 'slug: two'), ['a-course/course.yaml:11 “two” is listed, and there is no two.md.', 'a-course/one.md:1 No session of the course lists this unit.']],
  ['a unit that is there and not listed', () => said(read({}, { 'a-course/spare.md': unit })), ['a-course/spare.md:1 No session of the course lists this unit.']],
  ['a course without its file', () => said(read({}, { 'b-course/README.md': '' })), ['b-course/course.yaml:1 A course needs a course.yaml.']],
  ['a unit listed twice', () => inCourse('- { id: unit-one, slug: one }', '- { id: unit-one, slug: one }\n      - { id: unit-two, slug: one }'), ['a-course/course.yaml:12 “one” is listed twice.', 'a-course/one.md:2 The course calls this unit “unit-two”, its own front matter “unit-one”.']],
  ['an id that is taken', () => inCourse('id: session-one', 'id: course-one'), ['a-course/course.yaml:7 The id “course-one” is taken already, in a-course/course.yaml.']],
  ['an id that is none', () => inCourse('id: course-one', 'id: Course One'), ['a-course/course.yaml:1 “id”: A stable id is 3 to 40 small letters, figures and hyphens.']],
  ['a key of a course that is not known', () => inCourse('    title: First', '    title: First\n    colour: green'), ['a-course/course.yaml:9 “colour” is not known here.']],
  ['a course with no sources', () => inCourse('sources: [MTM-20]', 'sources: []'), ['a-course/course.yaml:5 “sources”: Say at least one source.']],
  ['YAML that is none', () => inCourse('learners: [mentor]', 'learners: [mentor'), [expect.stringMatching(/^a-course\/course\.yaml:\d+ /)]],
  ['a key of a unit that is not known', () => inUnit('title: One', 'title: One\nauthor: me'), ['a-course/one.md:4 “author” is not known here.']],
  ['a unit with no sources', () => inUnit('sources: [MTM-20, S4]\n', ''), [expect.stringMatching(/^a-course\/one\.md:2 “sources”/)]],
  ['a source that is no id', () => inUnit('S4]', 'a book]'), ['a-course/one.md:5 “sources.1”: A source is an id of the requirements, such as MTM-20.']],
  ['a unit without front matter', () => inUnit(/^---[\s\S]*?---\n/, ''), ['a-course/one.md:1 A unit begins with its front matter between two lines of “---”.']],
  ['words outside a card', () => inUnit(':::reading', 'Hello.\n\n:::reading'), ['a-course/one.md:8 Everything in a unit is in a card; this is not.']],
  ['a card of no kind', () => inUnit(':::reading', ':::film'), ['a-course/one.md:8 Everything in a unit is in a card; this is not.']],
  ['two cards with one id', () => inUnit('#read-this', '#take-this'), ['a-course/one.md:56 Two cards have the id “take-this”.']],
  ['a card’s attribute that is not known', () => inUnit('title="Read"', 'title="Read" colour=green'), ['a-course/one.md:8 “colour” is not known here.']],
  ['a directive that is not known', () => inUnit('We meet', '::film[A film]\n\nWe meet'), ['a-course/one.md:9 Belay does not know the directive “film” here.']],
  ['code, a picture, a link', () => inUnit('We meet', '`We` meet'), ['a-course/one.md:9 A line may have plain, **strong** and *stressed* words and links; this is “inlineCode”.']],
  ['a picture, which nobody who cannot see it would know of', () => inUnit('We meet', '![](rope.png) We meet'), ['a-course/one.md:9 A line may have plain, **strong** and *stressed* words and links; this is “image”.']],
  ['a unit without what its course asks of each', () => inCourse('sessions:', 'every-unit: { has: [reading, practice, reflection], minutes: { least: 5, most: 30 } }\nsessions:'), ['a-course/one.md:1 Every unit of this course has a “practice”; this has none.', 'a-course/one.md:1 Every unit of this course has a “reflection”; this has none.']],
  ['a unit that is too short', () => inCourse('sessions:', 'every-unit: { has: [], minutes: { least: 15, most: 30 } }\nsessions:'), ['a-course/one.md:1 A unit of this course takes 15 to 30 minutes; this takes 5.']],
  ['HTML', () => inUnit('We meet', '<script>alert(1)</script>\n\nWe meet'), ['a-course/one.md:9 Belay does not know “html” here.']],
  ['a choice that leads nowhere', () => inUnit('#stay to=good', '#stay to=gone'), ['a-course/one.md:18 “stay” leads to “gone”, which is not there.', 'a-course/one.md:31 No choice leads to “good”.']],
  ['a step nobody comes to', () => inUnit('#stay to=good', '#stay to=bad'), ['a-course/one.md:31 No choice leads to “good”.']],
  ['a way that stops without an end', () => inUnit('{#bad end="Try again"}', '{#bad}'), ['a-course/one.md:35 “bad” stops without an end: give it choices, or end="…".']],
  ['a way in a circle', () => inUnit('#leave to=bad', '#leave to=begin'), [expect.stringContaining('begin → begin goes in a circle'), expect.stringContaining('No choice leads to “bad”')]],
  ['a step with one choice', () => inUnit(/:::choice\{#leave[\s\S]*?:::\n/, ''), [expect.stringContaining('has one choice, which is none'), expect.stringContaining('No choice leads to “bad”')]],
  ['a question that is missing', () => inUnit('::ask[What now?]\n', ''), ['a-course/one.md:13 The question is missing: ::ask[…].']],
  ['an option without feedback', () => inUnit('\nNot this time.\n', ''), ['a-course/one.md:49 “that” has no feedback: say what comes of it, and why.']],
  ['a check where nothing is right', () => inUnit('#this right', '#this'), ['a-course/one.md:40 A check needs an option that is right and one that is not.']],
  ['a source that is not in the list', () => inUnit('[MTM-20, S4]', '[MTM-20, MTM-99]'), ['a-course/one.md:5 “MTM-99” is not among the sources: sources.txt has them all.']],
  ['a course’s source that is not in the list', () => inCourse('sources: [MTM-20]', 'sources: [S9]'), ['a-course/course.yaml:5 “S9” is not among the sources: sources.txt has them all.']],
  ['a unit taught before what it needs', () => said(read({}, two(', needs: [unit-two]'))), ['a-course/course.yaml:11 “unit-one” needs “unit-two”, which is not taught before it.']],
  ['a safeguarding unit that is not there', () => inCourse('sources:', 'safeguarding: [unit-one, unit-gone]\nsources:'), ['a-course/course.yaml:5 “unit-gone” is no unit of this course.']],
  ['a unit that needs itself', () => inCourse('slug: one }', 'slug: one, needs: [unit-one] }'), ['a-course/course.yaml:11 “unit-one” needs “unit-one”, which is not taught before it.']],
  ['a unit that needs what nobody teaches', () => inCourse('slug: one }', 'slug: one, needs: [unit-gone] }'), ['a-course/course.yaml:11 “unit-one” needs “unit-gone”, which no course teaches.']],
  ['a unit that needs one of another course', () => inOther([['slug: one }', 'slug: one, needs: [unit-one] }']]), ['b-course/course.yaml:11 “unit-other” needs “unit-one”, which is taught in “course-one”: then this course needs that one.']],
  ['a course that needs one that is not there', () => inCourse('sources:', 'needs: [course-gone]\nsources:'), ['a-course/course.yaml:5 This course needs “course-gone”, and there is no such course.']],
  ['courses that need each other in a circle', () => inOther([['sources:', 'needs: [course-one]\nsources:']], ['sources:', 'needs: [course-other]\nsources:']), ['a-course/course.yaml:5 “course-one” and “course-other” need each other in a circle.', 'b-course/course.yaml:5 “course-other” and “course-one” need each other in a circle.']],
  ['a link that is not whole', () => inUnit('We meet', 'We meet [at the club](/club)'), ['a-course/one.md:9 “/club” is not a whole address: it begins with https:// or tel:.']],
  ['a link without encryption', () => inUnit('We meet', 'We meet [at the club](http://club.example)'), ['a-course/one.md:9 “http://club.example” is not a whole address: it begins with https:// or tel:.']],
  ['a link that does not say where it leads', () => inUnit('We meet', 'We meet [here](https://club.example)'), ['a-course/one.md:9 The words of a link say where it leads.']],
  ['a link in what one picks', () => inUnit('Stay here.', 'Stay [at the club](https://club.example).'), ['a-course/one.md:19 What one picks is a button, and has no link in it. Put it in what comes after.']],
  ['an explained word that no unit uses', () => said(read({}, { 'glossary.yaml': '- word: belaying\n  says: Holding the rope.\n' })), ['glossary.yaml:1 No unit uses “belaying”.']],
  ['a word explained twice', () => said(read({}, { 'glossary.yaml': '- word: sunny\n  says: Bright.\n- word: Sunny\n  says: Warm.\n' })), ['glossary.yaml:3 “Sunny” is explained twice.']],
  ['a key of the glossary that is not known', () => said(read({}, { 'glossary.yaml': '- word: sunny\n  says: Bright.\n  in: French\n' })), ['glossary.yaml:3 “in” is not known here.']],
  ['an id that was published and is gone', () => said(read({}, { 'ids.txt': 'course-one\nunit-one/read-that\n' })), ['ids.txt:2 “unit-one/read-that” was published and is gone. Bring it back under this id; if what it named is really given up, write “retired” after it here.']],
  ['an answer’s id that was changed', () => said(read({ 'a-course/one.md': ['{#that}', '{#the-other}'] }, { 'ids.txt': 'unit-one/one-check/that\n' })), [expect.stringMatching(/^ids\.txt:1 “unit-one\/one-check\/that” was published and is gone/)]],
  ['a retired id that is used again', () => said(read({}, { 'ids.txt': 'unit-one/read-this retired\n' })), ['ids.txt:1 “unit-one/read-this” was retired and is used again. A new meaning is a new id.']],
  ['a practice for a crowd', () => inPractice('people=3', 'people=5'), ['a-course/one.md:56 “people”: A practice is for 2 or 3 people.']],
  ['a practice with one role', () => inPractice(/:::role\{#mentee[\s\S]*?:::\n/, ''), ['a-course/one.md:56 A practice has two roles; this has 1.']],
  ['two roles with one id', () => inPractice('#mentee', '#mentor'), ['a-course/one.md:59 “mentor” is there twice in one practice.']],
  ['a role with nothing to do', () => inPractice('Say hello.\n', ''), ['a-course/one.md:59 Say what this person does.']],
  ['a role’s attribute that is not known', () => inPractice('name="Mentor"', 'name="Mentor" age=15'), ['a-course/one.md:59 “age” is not known here.', 'a-course/one.md:56 A practice has two roles; this has 1.']],
  ['a practice nobody watches', () => inPractice(/:::observer[\s\S]*?:::\n/, ''), ['a-course/one.md:56 A practice needs its “observer” part.']],
  ['an observer’s sheet that is no list', () => inPractice(/- They said hello[\s\S]*?when\./, 'Watch well.'), ['a-course/one.md:69 An observer’s sheet is one list and nothing else.']],
  ['an observer’s sheet with too little on it', () => inPractice('- They waited.\n', ''), ['a-course/one.md:69 An observer’s sheet has 4 to 6 things to watch for; this has 3.']],
  ['two observer’s sheets', () => inPractice(':::alone', ':::observer\n- More.\n:::\n\n:::alone'), ['a-course/one.md:76 There is a second “observer” part here.']],
  ['a practice nobody can try alone', () => inPractice(/:::alone[\s\S]*?:::\n/, ''), ['a-course/one.md:56 A practice needs its “alone” part.']],
  ['a practice with nothing to talk about', () => inPractice('::ask[What was hard?]\n', ''), ['a-course/one.md:56 The question is missing: ::ask[…].']],
  ['a unit that does not end with a carry-away', () => inUnit(/:::carry-away[\s\S]*$/, ''), ['a-course/one.md:40 A unit ends with a carry-away card.']],
  ['a reflection whose prompt the journal does not have', () => inUnit(':::carry-away', ':::reflection{#think-back title="Think" prompt=not-there minutes=1}\n::ask[What now?]\n:::\n\n:::carry-away'), ['a-course/one.md:56 The journal has no prompt “not-there”: it belongs in prompts.yaml.']],
  ['a unit that is hard to read', () => inUnit('We meet', `${'The organisational considerations necessitating interdisciplinary communication predominantly characterise institutional responsibilities '.repeat(9)} meet`), [expect.stringMatching(/one\.md:1 It asks for a reading age of \d+/)]],
] as const)('%s is said, with its file and line', (_rule, check, expected) => {
  expect(check()).toEqual(expected)
})

test('the curriculum that ships has nothing wrong with it, and every unit can be read at eleven', () => {
  const { courses, problems } = checkCurriculum(curriculumFolder())
  expect(problems).toEqual([])
  const units = courses.flatMap(unitsOf)
  expect(units.length).toBeGreaterThan(0)
  for (const { unit: one } of units) expect(one.readingAge, one.title).toBeLessThanOrEqual(11)
  expect(courses.find((one) => one.id === 'course-peer-mentor-2')!.sessions.map((session) => session.title)).toEqual(['The role', 'Relationships', 'Exploring change', 'Taking notice', 'Keeping safe'])
})

test('every id that ships is published, so that it cannot change unseen: “npm run curriculum publish” adds what is new', () => {
  expect(unpublished(curriculumFolder(), readCurriculum(curriculumFolder()).ids)).toEqual([])
})

test('every way through every scenario comes to an end, and can be walked choice by choice', () => {
  const scenarios = readCurriculum(curriculumFolder()).courses.flatMap(unitsOf).flatMap(({ unit: one }) => one.cards.filter((card): card is Scenario => card.kind === 'scenario'))
  for (const scenario of scenarios) {
    const ends: string[][] = []
    const go = (chosen: string[]) => {
      const here = walk(scenario, chosen)!.at(-1)!.step
      if (here.end) ends.push(chosen)
      for (const choice of here.choices) go([...chosen, choice.id])
    }
    go([])
    expect(ends).toHaveLength(waysThrough(scenario))
    expect(ends.every((chosen) => cameToAnEnd(scenario, chosen))).toBe(true)
    expect(walk(scenario, ['not-a-choice'])).toBeNull()
  }
})
