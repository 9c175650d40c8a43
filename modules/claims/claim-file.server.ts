import { stringify } from 'csv-stringify/sync'
import { cellOf, type ClaimRow, type Column, type DateFormat } from './template.ts'

type Layout = { columns: readonly Column[]; dateFormat: DateFormat; hasByteOrderMark: boolean }

/**
 * The table an awarding body is sent: UTF-8, lines ended by CR LF (RFC 4180), quoted where a cell needs it. A cell that a spreadsheet would take
 * for a formula begins with an apostrophe, also a heading: they are text in every program that opens them.
 */
export const claimFile = (rows: readonly ClaimRow[], { columns, dateFormat, hasByteOrderMark }: Layout): string =>
  stringify([columns.map(({ header }) => header), ...rows.map((row) => columns.map((column) => cellOf(row, column, dateFormat)))],
    { bom: hasByteOrderMark, record_delimiter: 'windows', escape_formulas: true })
