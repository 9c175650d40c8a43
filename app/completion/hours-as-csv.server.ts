import { stringify } from 'csv-stringify/sync'
import type { HoursSeen } from '#modules/completion/hours-of.server.ts'

/** Ledgers as a table to keep: every line, and under them what they rest on. UTF-8 with a mark, so that a spreadsheet reads the letters. */
export function hoursAsCsv(all: readonly HoursSeen[]): Response {
  const lines = all.flatMap(({ person, setting, rows }) => rows.map((row) => [person.fullName, setting, row.kind, row.title, row.on?.toISOString().slice(0, 10) ?? '', row.isGuided ? row.minutes : '', row.isGuided ? '' : row.minutes, row.says]))
  const sums = all.map(({ person, setting, guidedMinutes, ownMinutes }) => [person.fullName, setting, 'together', '', '', guidedMinutes, ownMinutes, ''])
  const base = all[0]?.base.map((line) => ['', '', 'base', line]) ?? []
  const body = stringify([['Name', 'Setting', 'Kind', 'What', 'Day', 'Guided minutes', 'Own minutes', 'How'], ...lines, ...sums, ...base], { bom: true, record_delimiter: 'windows', escape_formulas: true })
  return new Response(body, { headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="learning-hours.csv"', 'Cache-Control': 'no-store' } })
}
