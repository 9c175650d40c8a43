import { expect, test } from 'vitest'
import { markFrom, markTyped } from './addresses.ts'
import { isAtLeast } from './age.ts'
import { drawCertificate, type CertificateFacts } from './parts/draw-certificate.server.ts'
import { lettersWithout, stretches } from '../papers/faces.server.ts'
import { refuseIfUnwritable } from './parts/refuse-if-unwritable.server.ts'

const facts: CertificateFacts = {
  kind: 'course', fullName: 'Amara Okonjo', title: 'Peer Mentor, Level 2', says: 'Five sessions with a trainer.', awardedOn: '22 November 2026', goodUntil: null,
  by: 'Grace Adeyemi', where: 'Riverside Academy', certificateNumber: null, address: 'https://belay.example/certificates/7F3K-9QWM-2XBC-4TRV',
}

test('a certificate is a tagged PDF: it says its language, title and structure, and carries its fonts', async () => {
  const pdf = (await drawCertificate(facts)).toString('latin1')
  expect(pdf.slice(0, 8)).toBe('%PDF-1.7')
  for (const [what, pattern] of Object.entries({
    tagged: /\/Marked true/, structure: /\/StructTreeRoot/, language: /\/Lang \(en-GB\)/, 'title shown': /\/DisplayDocTitle true/, 'PDF/UA-1': /pdfuaid:part>1</,
    heading: /\/S \/H1\b/, 'the code has words': /\/Alt \(/, 'the link is in the structure': /\/Type \/OBJR/, 'fonts inside': /\/FontFile2/,
  })) expect(pattern.test(pdf), what).toBe(true)
  expect(pdf).not.toMatch(/\/BaseFont \/(Helvetica|Times|Courier)/)
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)
})

test('long names, accents and every kind fit on it', async () => {
  for (const [fullName, kind] of [['Zoë Łukasiewicz-Nguyễn Đặng-Featherstonehaugh of the Long Name', 'qualification'], ['Ö', 'course'], ['محمد علي الأحمد', 'qualification'], ['प्रिया شعر Amara', 'course']] as const)
    expect((await drawCertificate({ ...facts, kind, fullName, certificateNumber: 'EX-1', goodUntil: '1 May 2029', by: null })).length).toBeGreaterThan(20_000)
})

test('a name is written with the file of each region that has its letters; letters none has are said, not drawn as boxes', () => {
  expect(stretches('name', 'Nguyễn Ła').map(({ words }) => words).join('')).toBe('Nguyễn Ła')
  expect(new Set(stretches('name', 'Zoë Łukasz').map(({ part }) => part)).size).toBe(2)
  expect(lettersWithout('name', 'Zoë Łukasiewicz Nguyễn Đặng Ștefan Ğül')).toEqual([])
  const written = ['Олена Шевченко', 'Νίκος Παπαδόπουλος', 'محمد علي', 'یاسمین‌زهرا', 'יעל כהן', 'प्रिया शर्मा', 'প্রিয়া দাস', 'பிரியா', 'પ્રિયા પટેલ', 'සමන්', 'สมชาย ใจดี', 'ሰላም ተስፋዬ', 'გიორგი', 'Արմեն']
  for (const name of written) expect(() => { refuseIfUnwritable(name) }, name).not.toThrow()
  expect(new Set(stretches('name', 'محمد علي').map(({ words }) => words))).toEqual(new Set(['محمد علي']))
  expect(() => { refuseIfUnwritable('王小明') }).toThrow('Belay cannot print their name yet: 王 小 明.')
  expect(() => { refuseIfUnwritable('ਗੁਰਪ੍ਰੀਤ') }).toThrow('cannot print their name')
  expect(() => { refuseIfUnwritable('Siân O’Brien') }).not.toThrow()
})

test('a mark has no letter that is taken for another, and is found again however it is typed', () => {
  const mark = markFrom(Uint8Array.from({ length: 16 }, (_, at) => at * 17))
  expect(mark).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(markTyped(mark.toLowerCase().replaceAll('-', ' '))).toBe(mark)
})

test('an age turns on the birthday', () => {
  const born = new Date('2012-02-29')
  expect(isAtLeast(13, born, new Date('2025-02-28T23:59:59Z'))).toBe(false)
  expect(isAtLeast(13, born, new Date('2025-03-01T00:00:00Z'))).toBe(true)
})
