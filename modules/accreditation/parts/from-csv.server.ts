import { parse } from 'csv-parse/sync'

/** The columns of a table, one row a criterion. What belongs to the whole is said in every row, and has to be the same in each. */
export const columns = ['code', 'title', 'version', 'unit', 'unit_title', 'outcome', 'outcome_title', 'criterion', 'says', 'taught_in', 'shown_by'] as const
const optional = ['level', 'credits', 'guided_hours']
type Column = (typeof columns)[number]

type Wrong = { row: number; says: string }
type Given = { units: { ref: string; title: string; outcomes: { number: string; title: string; criteria: { number: string; says: string; taughtIn: string[]; shownBy: string[] }[] }[] }[] } & Record<string, unknown>

/** Where each part of what was built stands in the file, by its path. */
export type FromCsv = { given: Given; rowOf: (path: readonly PropertyKey[]) => number; wrong: Wrong[] } | { given: null; wrong: Wrong[] }

const list = (text = '') => text.split(/[\s,;]+/).filter(Boolean)

/** What stops a table being read, without the library's own words. */
const inWords = (message: string): string => (/quote/i.test(message) ? 'a quotation mark stands where none goes, or one never ends' : /length|column/i.test(message) ? 'the line has more or fewer cells than the first one' : 'it is not a table with one kind of mark between its cells')

export function fromCsv(text: string): FromCsv {
  // Excel writes what the machine's region says: a comma, a semicolon or a tab.
  const [heading = ''] = text.split(/[\r\n]/, 1)
  const delimiter = [',', ';', '\t'].find((one) => heading.split(one).length > 3) ?? ','
  let names: string[] = []
  let rows: { record: Record<string, string>; info: { lines: number } }[]
  try {
    rows = parse(text, { delimiter, columns: (given: string[]) => (names = given.map((name) => name.trim().toLowerCase().replaceAll(' ', '_'))), bom: true, info: true, trim: true, skip_empty_lines: true })
  } catch (error) {
    const { lines, message } = error as { lines?: number; message: string }
    return { given: null, wrong: [{ row: lines ?? 1, says: `This table cannot be read from here on: ${inWords(message)}.` }] }
  }
  const [first] = rows
  if (!first) return { given: null, wrong: [{ row: 1, says: 'There is nothing below the first line. Each further line is a criterion.' }] }
  const missing = columns.filter((column) => !(column in first.record))
  const twice = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))]
  const unknown = Object.keys(first.record).filter((name) => !([...columns, ...optional] as string[]).includes(name))
  const wrong: Wrong[] = [
    ...missing.map((column) => ({ row: 1, says: `The column “${column}” is missing.` })),
    ...twice.map((name) => ({ row: 1, says: `The column “${name}” is there twice.` })),
    ...unknown.map((name) => ({ row: 1, says: `The column “${name}” is not known here.` })),
  ]
  if (wrong.length > 0) return { given: null, wrong }

  const head = first.record
  const given: Given = { code: head.code, title: head.title, version: head.version, units: [], ...(head.level && { level: head.level }), ...(head.credits && { credits: head.credits }), ...(head.guided_hours && { guidedHours: head.guided_hours }) }
  const lines = new Map<string, number>()
  for (const { record, info } of rows) {
    const cell = (column: Column) => record[column] ?? ''
    for (const same of ['code', 'title', 'version'] as const) if (cell(same) !== head[same]) wrong.push({ row: info.lines, says: `“${same}” is “${cell(same)}” here and “${head[same] ?? ''}” in the first row. One table is one version of one specification.` })
    let unit = given.units.find(({ ref }) => ref === cell('unit'))
    if (!unit) given.units.push((unit = { ref: cell('unit'), title: cell('unit_title'), outcomes: [] }))
    if (unit.title !== cell('unit_title')) wrong.push({ row: info.lines, says: `Unit ${unit.ref} is called “${cell('unit_title')}” here and “${unit.title}” above.` })
    let outcome = unit.outcomes.find(({ number }) => number === cell('outcome'))
    if (!outcome) unit.outcomes.push((outcome = { number: cell('outcome'), title: cell('outcome_title'), criteria: [] }))
    if (outcome.title !== cell('outcome_title')) wrong.push({ row: info.lines, says: `Outcome ${outcome.number} of ${unit.ref} is called “${cell('outcome_title')}” here and “${outcome.title}” above.` })
    outcome.criteria.push({ number: cell('criterion'), says: cell('says'), taughtIn: list(cell('taught_in')), shownBy: list(cell('shown_by')) })
    const path = ['units', given.units.indexOf(unit), 'outcomes', unit.outcomes.indexOf(outcome), 'criteria', outcome.criteria.length - 1]
    for (let length = path.length; length > 0; length--) if (!lines.has(path.slice(0, length).join('.'))) lines.set(path.slice(0, length).join('.'), info.lines)
  }
  const rowOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const line = lines.get(path.slice(0, length).map(String).join('.'))
      if (line) return line
    }
    return 2
  }
  return { given, rowOf, wrong }
}
