import type { z } from 'zod'
import { activitiesOf } from '../curriculum/activities-of.ts'
import { criteriaOf, SpecificationGiven } from '../curriculum/specification.ts'
import { theCourses } from '../curriculum/the-curriculum.server.ts'
import { fromCsv } from './parts/from-csv.server.ts'

/** What is wrong, and where: the line of a table, or the place in a JSON file. */
export type Wrong = { where: string; says: string }
export type Previewed = { specification: SpecificationGiven | null; wrong: Wrong[] }

/** The most letters a file may have: well above any qualification, and well below what would hold up a page. */
export const mostLetters = 400_000
const mostSaid = 60

/** Reads a specification from the text of a CSV or JSON file, and says everything that is wrong with it. Writes nothing. */
export function previewSpecification(text: string): Previewed {
  const plain = text.replace(/^\uFEFF/, '').trim()
  if (!plain) return { specification: null, wrong: [{ where: 'The file', says: 'There is nothing in it. Choose a CSV or JSON file, or put its text in the box.' }] }
  if (plain.length > mostLetters) return { specification: null, wrong: [{ where: 'The file', says: 'It is longer than any specification. Belay takes up to 400,000 letters.' }] }
  if (plain.includes('\0') || plain.includes('\uFFFD')) return { specification: null, wrong: [{ where: 'The file', says: 'It is no plain text. Save the table as “CSV UTF-8”, not as a workbook.' }] }
  const read = /^[[{]/.test(plain) ? fromJson(plain) : table(plain)
  const wrong = read.specification && unwritable(read.specification) ? [{ where: 'The file', says: 'There are letters in it that nobody can see or keep. Copy the words into a new file, and choose that.' }] : read.specification ? [...read.wrong, ...doublesIn(read.specification, read.where), ...notTaught(read.specification, read.where)] : read.wrong
  return { specification: wrong.length === 0 ? read.specification : null, wrong: wrong.slice(0, mostSaid) }
}

/** Letters that stand for nothing (a file can spell them as \\u0000), half a letter, and those that turn the line round: the database takes some of them for an error, and a reader for something else. */
const unseen = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u
const unwritable = (given: unknown): boolean => (typeof given === 'string' ? unseen.test(given) : typeof given === 'object' && given !== null && Object.values(given).some(unwritable))

type Read = { specification: SpecificationGiven | null; wrong: Wrong[]; where: (path: readonly PropertyKey[]) => string }

function fromJson(text: string): Read {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (error) {
    return { specification: null, where: sayPath, wrong: [{ where: 'The file', says: `It begins like JSON and is not whole: ${(error as Error).message}.` }] }
  }
  return checked(given, sayPath, [])
}

function table(text: string): Read {
  const read = fromCsv(text)
  const inRow = (row: number) => `Line ${row}`
  const wrong = read.wrong.map(({ row, says }) => ({ where: inRow(row), says }))
  return read.given ? checked(read.given, (path) => inRow(read.rowOf(path)), wrong) : { specification: null, wrong, where: sayPath }
}

function checked(given: unknown, where: Read['where'], before: Wrong[]): Read {
  const read = SpecificationGiven.safeParse(given, { reportInput: true })
  return { specification: read.success ? read.data : null, where, wrong: read.success ? before : [...before, ...read.error.issues.flatMap((issue) => said(issue, where))] }
}

const said = (issue: z.core.$ZodIssue, where: Read['where']): Wrong[] => issue.code === 'unrecognized_keys'
  ? issue.keys.map((key) => ({ where: where(issue.path), says: `“${key}” is not known here.` }))
  : [{ where: where(issue.path), says: `${typeof issue.path.at(-1) === 'string' ? `“${String(issue.path.at(-1))}”: ` : ''}${inWords(issue)}` }]

const things: Record<string, string> = { string: 'words', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'a group of names and values' }
/** What a rule says of itself; where it has no words of its own, ours and not the library's. */
function inWords(issue: z.core.$ZodIssue): string {
  if (!/^(Invalid|Too|Unrecognized)/.test(issue.message)) return issue.message
  if (issue.code === 'invalid_type') return issue.input === undefined ? `It is missing. There should be ${things[issue.expected] ?? 'something'} here.` : `There should be ${things[issue.expected] ?? 'something else'} here.`
  if (issue.code === 'too_small') return issue.origin === 'string' ? 'It is empty.' : `There should be ${String(issue.minimum)} at least.`
  if (issue.code === 'too_big') return issue.origin === 'string' ? `It has more than ${String(issue.maximum)} letters.` : `There should be ${String(issue.maximum)} at most.`
  return 'This is not what goes here.'
}

/** “units.0.outcomes.1” as people count: unit 1, outcome 2. */
const sayPath = (path: readonly PropertyKey[]): string => {
  const parts = path.flatMap((part, at) => (typeof part === 'number' ? [`${({ units: 'unit', outcomes: 'outcome', criteria: 'criterion' } as Record<string, string>)[String(path[at - 1])] ?? String(path[at - 1])} ${part + 1}`] : []))
  return parts.length > 0 ? parts.join(', ').replace(/^./, (letter) => letter.toUpperCase()) : 'The beginning'
}

function doublesIn(specification: SpecificationGiven, where: Read['where']): Wrong[] {
  const seen = new Set<string>()
  const twice = (key: string, path: PropertyKey[], says: string) => (seen.has(key) ? [{ where: where(path), says }] : (seen.add(key), []))
  return specification.units.flatMap((unit, unitAt) => [
    ...twice(`unit ${unit.ref}`, ['units', unitAt], `The unit ${unit.ref} is there twice.`),
    ...unit.outcomes.flatMap((outcome, outcomeAt) => [
      ...twice(`outcome ${unit.ref} ${outcome.number}`, ['units', unitAt, 'outcomes', outcomeAt], `The outcome ${outcome.number} of ${unit.ref} is there twice.`),
      ...outcome.criteria.flatMap((criterion, at) => twice(`criterion ${unit.ref} ${criterion.number}`, ['units', unitAt, 'outcomes', outcomeAt, 'criteria', at], `The criterion ${criterion.number} of ${unit.ref} is there twice.`)),
    ]),
  ])
}

function notTaught(specification: SpecificationGiven, where: Read['where']): Wrong[] {
  const activities = activitiesOf(theCourses)
  return specification.units.flatMap((unit, unitAt) => unit.outcomes.flatMap((outcome, outcomeAt) => outcome.criteria.flatMap((criterion, at) =>
    criterion.taughtIn.filter((activity) => !activities.has(activity)).map((activity) => ({ where: where(['units', unitAt, 'outcomes', outcomeAt, 'criteria', at]), says: `“${activity}” is no unit or card of a course here.` })))))
}

/** How large it is, for the preview and the record. */
export const sizeOf = (specification: SpecificationGiven) => ({ units: specification.units.length, outcomes: specification.units.flatMap(({ outcomes }) => outcomes).length, criteria: criteriaOf(specification).length })
