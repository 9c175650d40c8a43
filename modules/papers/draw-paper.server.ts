import PDFDocument from 'pdfkit'
import { drawFigure, roomOf, type Figure } from './draw-figure.ts'
import { ascent, canBeShaped, everyFace, faceName, lettersWithout, stretches, type Face } from './faces.server.ts'

/** `isUnder`: its heading stands under the one before. Drawings come after the text. */
export type Section = { heading: string; text: string; isUnder?: boolean; figures?: readonly Figure[] }
export type Paper = { title: string; /** Above the title: whose it is, and when. */ kicker: string; /** At the foot of every page. */ foot: string; sections: readonly Section[] }
type Sheet = InstanceType<typeof PDFDocument>
type Style = { face: Face; size: number; leading: number; colour: string }

const [wide, high, margin, bottom] = [595.28, 841.89, 64, 72]
const ink = '#1b2233'
const soft = '#4a5168'
const styles = {
  kicker: { face: 'text', size: 10.5, leading: 15, colour: soft }, title: { face: 'heading', size: 24, leading: 30, colour: ink },
  heading: { face: 'strong', size: 12, leading: 17, colour: '#006b4b' }, under: { face: 'strong', size: 11, leading: 16, colour: ink }, text: { face: 'text', size: 11, leading: 16, colour: ink }, foot: { face: 'text', size: 9, leading: 12, colour: soft },
} as const satisfies Record<string, Style>

/** Words shaped as one stretch: word by word, a name in a script from right to left would come in the wrong order. */
const whole = { features: [] }

/** A paper of text as a tagged PDF (PDF/UA-1), A4 upright, over as many pages as it takes. */
export async function drawPaper({ title, kicker, foot, sections }: Paper): Promise<Buffer> {
  const [first, ...others] = everyFace()
  // The types of pdfkit do not know PDF/UA yet; pdfkit does.
  const accessible: object = { subset: 'PDF/UA' }
  const sheet = new PDFDocument({
    size: 'A4', margin: 0, bufferPages: true, pdfVersion: '1.7', ...accessible, tagged: true, lang: 'en-GB', displayTitle: true, font: first!.file,
    info: { Title: title, Author: foot, Creator: 'Belay', Producer: 'Belay' },
  })
  const done = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = []
    sheet.on('data', (part: Buffer) => parts.push(part)).on('end', () => { resolve(Buffer.concat(parts)) }).on('error', reject)
  })
  for (const { called, file } of [first!, ...others]) sheet.registerFont(called, file)

  const document = sheet.struct('Document')
  sheet.addStructure(document)
  let y: number = margin
  const say = (tag: string, words: string, style: Style, { before = 0, keepWith = 0 } = {}) => {
    y += before
    if (y + style.leading + keepWith > high - bottom) { sheet.addPage(); y = margin }
    document.add(sheet.struct(tag, {}, () => {
      for (const row of folded(sheet, words, style)) {
        if (y + style.leading > high - bottom) { sheet.continueOnNewPage(); y = margin }
        write(sheet, row, style, y)
        y += style.leading
      }
    }))
  }
  const draw = (figures: readonly Figure[]) => {
    let x: number = margin
    if (y + roomOf > high - bottom) { sheet.addPage(); y = margin }
    for (const figure of figures) {
      if (x > wide / 2) { x = margin; y += roomOf }
      if (y + roomOf > high - bottom) { sheet.addPage(); y = margin }
      document.add(sheet.struct('Figure', { alt: figure.alt }, () => { x += drawFigure(sheet, figure, { x, y: y + 6, font: faceName('strong', 0) }) + 24 }))
    }
    y += roomOf
  }
  say('P', kicker, styles.kicker)
  say('H1', title, styles.title)
  for (const { heading, text, isUnder, figures = [] } of sections) {
    say(isUnder ? 'H3' : 'H2', heading, isUnder ? styles.under : styles.heading, { before: isUnder ? 8 : 14, keepWith: 2 * styles.text.leading })
    for (const paragraph of text.split(/\n{2,}/)) if (paragraph || !isUnder) say('P', paragraph, styles.text, { before: 3 })
    if (figures.length) draw(figures)
  }
  document.end()
  const { count } = sheet.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    sheet.switchToPage(page)
    sheet.markContent('Artifact', { type: 'Pagination' })
    write(sheet, `${foot} · page ${page + 1} of ${count}`, styles.foot, high - bottom + 24)
    sheet.endMarkedContent()
  }
  sheet.end()
  return done
}

/** One row, stretch by stretch; they stand on one line. */
function write(sheet: Sheet, row: string, { face, size, colour }: Style, y: number) {
  let x: number = margin
  for (const { part, words } of stretches(face, row)) {
    sheet.font(faceName(face, part)).fontSize(size).fillColor(colour).text(words, x, y + ascent(face) * size, { lineBreak: false, baseline: 'alphabetic', ...whole })
    x += sheet.widthOfString(words, whole)
  }
}

const widthOf = (sheet: Sheet, { face, size }: Style, row: string) => stretches(face, row).reduce((sum, { part, words }) => sum + sheet.font(faceName(face, part)).fontSize(size).widthOfString(words, whole), 0)

/** A text as rows that fit: its own line breaks stay. A word longer than a row is cut. */
function folded(sheet: Sheet, text: string, style: Style): string[] {
  const fits = (row: string) => widthOf(sheet, style, row) <= wide - 2 * margin
  return text.split('\n').flatMap((line) => {
    const rows: string[] = []
    for (const word of line.split(/\s+/).filter(Boolean).map((one) => writable(style.face, one)).flatMap((one) => (fits(one) ? [one] : (one.match(/.{1,40}/gsu) ?? [])))) {
      const longer = rows.length ? `${rows.at(-1)!} ${word}` : word
      if (rows.length && fits(longer)) rows[rows.length - 1] = longer
      else rows.push(word)
    }
    return rows.map((row) => `${row} `)
  })
}

/** What no font has letters for stands as a box; a font that stumbles over a word must not cost the whole paper. */
function writable(face: Face, word: string): string {
  const missing = new Set(lettersWithout(face, word))
  const shown = (word.normalize('NFC').match(/./gsu) ?? []).map((letter) => (missing.has(letter) ? '□' : letter)).join('').replace(/\p{Cc}/gu, '')
  return canBeShaped(face, shown) ? shown : '□'
}
