import { checkCurriculum } from '#modules/curriculum/check-curriculum.server.ts'
import { curriculumFolder } from '#modules/curriculum/curriculum-folder.server.ts'
import { publishIds, unpublished } from '#modules/curriculum/publish-ids.server.ts'
import { criteriaOf } from '#modules/curriculum/specification.ts'
import { unitsOf } from '#modules/curriculum/units-of.ts'

/** Checks the curriculum and says what is in it; exits with 1 when something is wrong. With “publish” it keeps new ids for ever. */
const folder = curriculumFolder()
const { courses, guides, competencies, example, ids, problems } = checkCurriculum(folder)
for (const course of courses) {
  const units = unitsOf(course)
  const minutes = units.reduce((sum, { unit }) => sum + unit.minutes, 0)
  console.log(`${course.title}: ${course.sessions.length} sessions, ${units.length} units, ${Math.floor(minutes / 60)} h ${Math.round(minutes % 60)} min`)
  for (const { session, unit } of units) {
    console.log(`  ${session.number}. ${unit.title}: ${unit.cards.length} cards, ${unit.minutes} minutes, reading age ${unit.readingAge}, content ${unit.contentHash.slice(0, 12)}`)
  }
}
console.log(`${guides.length} guides, ${competencies?.competencies.length ?? 0} competencies with ${competencies?.competencies.flatMap((one) => one.indicators).length ?? 0} indicators.`)
if (example) console.log(`${example.title}: ${example.units.length} units, ${criteriaOf(example).length} criteria.`)
for (const { file, line, says } of problems) console.error(`curriculum/${file}:${line}  ${says}`)
console.log(problems.length === 0 ? 'Nothing is wrong with it.' : `${problems.length} to put right.`)
if (process.argv[2] === 'publish' && problems.length === 0) console.log(`${publishIds(folder, ids).length} ids published: from now on they never change.`)
else console.log(`${unpublished(folder, ids).length} ids are not published yet. “npm run curriculum publish” keeps them for ever.`)
process.exitCode = problems.length === 0 ? 0 : 1
