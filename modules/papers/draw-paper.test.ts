import { expect, test } from 'vitest'
import { drawPaper, type Paper } from './draw-paper.server.ts'

const paper: Paper = { title: 'Referral to Eastmarsh MASH', kicker: 'Riverside Academy. 22 November 2026', foot: 'Riverside Academy. Official: sensitive', sections: [{ heading: 'The child', text: 'Wren, 12.\nLives with her gran.' }, { heading: 'What was said', text: '“I don’t want to go home.”' }] }
const drawn = async (more: Partial<Paper> = {}) => (await drawPaper({ ...paper, ...more })).toString('latin1')
const pages = (pdf: string) => pdf.match(/\/Type \/Page\b(?!s)/g)!.length

test('a paper is a tagged PDF: it says its language, title and headings, and carries its fonts', async () => {
  const pdf = await drawn()
  expect(pdf.slice(0, 8)).toBe('%PDF-1.7')
  for (const [what, pattern] of Object.entries({
    tagged: /\/Marked true/, structure: /\/StructTreeRoot/, language: /\/Lang \(en-GB\)/, 'title shown': /\/DisplayDocTitle true/, 'PDF/UA-1': /pdfuaid:part>1</, title: /\/S \/H1\b/, heading: /\/S \/H2\b/, 'fonts inside': /\/FontFile2/,
  })) expect(pattern.test(pdf), what).toBe(true)
  expect(pdf).not.toMatch(/\/BaseFont \/(Helvetica|Times|Courier)/)
  expect(pages(pdf)).toBe(1)
})

test('what takes several pages goes over them, a paragraph in the middle too', async () => {
  expect(pages(await drawn({ sections: [{ heading: 'What was said', text: 'She said it again, and then once more. '.repeat(300) }, { heading: 'After', text: 'No more.' }] }))).toBeGreaterThan(2)
})

test('every script a name is written in, what no font has, and a word without an end cost nothing but boxes', async () => {
  for (const text of ['Олена Шевченко, محمد علي, प्रिया शर्मा', '王小明 ਗੁਰਪ੍ਰੀਤ 😭 \u0007', 'a'.repeat(500), '', '\n\n\n']) expect((await drawn({ sections: [{ heading: 'What was said', text }] })).length).toBeGreaterThan(1000)
})
