import { readCurriculum } from '#modules/curriculum/read-curriculum.server.ts'
import { curriculumFolder } from '#modules/curriculum/curriculum-folder.server.ts'
import { unitsOf } from '#modules/curriculum/units-of.ts'

/** Checks the curriculum and says what is in it; exits with 1 when something is wrong. */
const { courses, problems } = readCurriculum(curriculumFolder())
for (const course of courses) {
  console.log(`${course.title}: ${course.sessions.length} sessions`)
  for (const { session, unit } of unitsOf(course)) {
    console.log(`  ${session.number}. ${unit.title}: ${unit.cards.length} cards, ${unit.minutes} minutes, reading age ${unit.readingAge}, content ${unit.contentHash.slice(0, 12)}`)
  }
}
for (const { file, line, says } of problems) console.error(`curriculum/${file}:${line}  ${says}`)
console.log(problems.length === 0 ? 'Nothing is wrong with it.' : `${problems.length} to put right.`)
process.exitCode = problems.length === 0 ? 0 : 1
