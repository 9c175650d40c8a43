/** What may go into a column, and what it is called where somebody chooses. */
export const claimFields = {
  uln: 'ULN', forenames: 'First names', surname: 'Last name', fullName: 'Full name', bornOn: 'Date of birth', registeredOn: 'Registered on', completedOn: 'Last criterion met on',
  signedOffOn: 'Signed off on', assessor: 'Assessors', qualityAssurer: 'Quality assurer', qualificationCode: 'Qualification’s code', qualificationTitle: 'Qualification’s title', version: 'Version of the specification',
  fixed: 'The same words in every row',
} as const
export type ClaimField = keyof typeof claimFields

/** How a date may be written. */
export const dateFormats = { 'dd/mm/yyyy': '31/07/2010', 'yyyy-mm-dd': '2010-07-31', 'dd-mm-yyyy': '31-07-2010', ddmmyyyy: '31072010', 'dd mmm yyyy': '31 Jul 2010' } as const
export type DateFormat = keyof typeof dateFormats

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A day given as 2010-07-31, written as the awarding body wants it. */
export function writeDate(day: string, format: DateFormat): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return { 'dd/mm/yyyy': `${date}/${month}/${year}`, 'yyyy-mm-dd': day, 'dd-mm-yyyy': `${date}-${month}-${year}`, ddmmyyyy: `${date}${month}${year}`, 'dd mmm yyyy': `${date} ${months[Number(month) - 1] ?? ''} ${year}` }[format]
}

/** A column: what stands above it, what goes in. */
export type Column = { header: string; field: ClaimField; fixed: string }

/** What most awarding bodies ask for: something to begin with. */
export const usualColumns: Column[] = [
  { header: 'Centre number', field: 'fixed', fixed: '' }, { header: 'Qualification number', field: 'qualificationCode', fixed: '' }, { header: 'ULN', field: 'uln', fixed: '' },
  { header: 'First names', field: 'forenames', fixed: '' }, { header: 'Last name', field: 'surname', fixed: '' }, { header: 'Date of birth', field: 'bornOn', fixed: '' },
  { header: 'Registration date', field: 'registeredOn', fixed: '' }, { header: 'Completion date', field: 'completedOn', fixed: '' }, { header: 'Assessor', field: 'assessor', fixed: '' },
  { header: 'IQA', field: 'qualityAssurer', fixed: '' }, { header: 'IQA date', field: 'signedOffOn', fixed: '' }, { header: 'Claim type', field: 'fixed', fixed: 'Full' },
]

/** A row of the table before it is written: what is known of one claim. Days as 2026-11-22. */
export type ClaimRow = Record<Exclude<ClaimField, 'fixed' | 'fullName'>, string>
const days: readonly ClaimField[] = ['bornOn', 'registeredOn', 'completedOn', 'signedOffOn']

/** One cell. */
export function cellOf(row: ClaimRow, { field, fixed }: Column, dateFormat: DateFormat): string {
  if (field === 'fixed') return fixed
  if (field === 'fullName') return `${row.forenames} ${row.surname}`.trim()
  return days.includes(field) && row[field] ? writeDate(row[field], dateFormat) : row[field]
}
