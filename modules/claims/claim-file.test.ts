import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claimFile } from './claim-file.server.ts'
import { Columns } from './columns.ts'
import { usualColumns, writeDate, type ClaimRow } from './template.ts'

const row: ClaimRow = { uln: '9276308686', forenames: 'Amara Chidinma', surname: "O'Konjo", bornOn: '2011-03-14', registeredOn: '2026-09-10', completedOn: '2026-11-20', signedOffOn: '2026-11-21', assessor: 'Noor Haddad', qualityAssurer: 'Owen Price', qualificationCode: 'EX-PM2', qualificationTitle: 'Peer Mentor, Level 2', version: '1' }
const layout = { columns: usualColumns, dateFormat: 'dd/mm/yyyy' as const, hasByteOrderMark: false }

test('a table has its headings and a line for each learner, ended by CR LF, and says UTF-8 if asked', () => {
  const text = claimFile([row], layout)
  expect(text).toBe("Centre number,Qualification number,ULN,First names,Last name,Date of birth,Registration date,Completion date,Assessor,IQA,IQA date,Claim type\r\n,EX-PM2,9276308686,Amara Chidinma,O'Konjo,14/03/2011,10/09/2026,20/11/2026,Noor Haddad,Owen Price,21/11/2026,Full\r\n")
  expect(Buffer.from(claimFile([{ ...row, surname: 'Żółć' }], { ...layout, hasByteOrderMark: true })).subarray(0, 3).toString('hex')).toBe('efbbbf')
})

test('no cell is taken for a formula, whatever it begins with', () => {
  for (const begins of ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
    const [[, cell] = []] = parse(claimFile([{ ...row, surname: `${begins}HYPERLINK("http://x")` }], { ...layout, columns: [{ header: 'A', field: 'uln', fixed: '' }, { header: 'B', field: 'surname', fixed: '' }] }), { from_line: 2 })
    expect(cell).toBe(`'${begins}HYPERLINK("http://x")`)
  }
  expect(claimFile([row], { ...layout, columns: [{ header: '=1+1', field: 'fixed', fixed: '@now' }] })).toBe("'=1+1\r\n'@now\r\n")
})

test('another reader finds again just what was written, commas, quotes, line ends and all', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 })
  fc.assert(fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), (names) => {
    const columns = [{ header: 'ULN', field: 'uln' as const, fixed: '' }, { header: 'First names', field: 'forenames' as const, fixed: '' }, { header: 'Last name', field: 'surname' as const, fixed: '' }]
    const read = parse(claimFile(names.map(([forenames, surname]) => ({ ...row, forenames, surname })), { ...layout, columns }), { columns: true, record_delimiter: '\r\n' })
    const escaped = (cell: string) => (/^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell)
    expect(read).toEqual(names.map(([forenames, surname]) => ({ ULN: row.uln, 'First names': escaped(forenames), 'Last name': escaped(surname) })))
  }))
})

test('dates are written as the awarding body wants them', () => {
  expect((['dd/mm/yyyy', 'yyyy-mm-dd', 'dd-mm-yyyy', 'ddmmyyyy', 'dd mmm yyyy'] as const).map((format) => writeDate('2010-07-31', format))).toEqual(['31/07/2010', '2010-07-31', '31-07-2010', '31072010', '31 Jul 2010'])
})

test('a template has a heading for every column, and none twice', () => {
  expect(Columns.safeParse(usualColumns).success).toBe(true)
  expect(Columns.safeParse([]).success).toBe(false)
  expect(Columns.safeParse([usualColumns[2], { ...usualColumns[3], header: 'uln' }]).error?.issues[0]?.message).toBe('Two columns have the same heading.')
  expect(Columns.safeParse([{ header: ' ', field: 'uln' }]).success).toBe(false)
  expect(Columns.safeParse([{ header: 'A', field: 'password' }]).success).toBe(false)
})
