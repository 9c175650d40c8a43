import PDFDocument from 'pdfkit'
import QRCode from 'qrcode'
import type { AwardKind } from '../states.ts'
import { ascent, everyFace, faceName, stretches, type Face } from '../../papers/faces.server.ts'
import { pictureFile } from './picture-of.server.ts'

export type CertificateFacts = {
  kind: AwardKind
  fullName: string
  title: string
  /** What was done for it, in one sentence. */
  says: string
  /** Awarded on, and good until: as they stand on the paper. */
  awardedOn: string
  goodUntil: string | null
  by: string | null
  where: string
  certificateNumber: string | null
  /** Where anybody can ask whether it is real. */
  address: string
}

type Sheet = InstanceType<typeof PDFDocument>
const ink = '#1b2233'
const soft = '#4a5168'
const rope = '#006b4b'
const wide = 841.89
const high = 595.28
const left = 84

/** A certificate as a tagged PDF (PDF/UA-1: title, language, structure, every font inside), A4 across, to print or to send. */
export async function drawCertificate(facts: CertificateFacts): Promise<Buffer> {
  const [first, ...others] = everyFace()
  // The types of pdfkit do not know PDF/UA yet; pdfkit does.
  const accessible: object = { subset: 'PDF/UA' }
  const sheet = new PDFDocument({
    size: 'A4', layout: 'landscape', margin: 0, pdfVersion: '1.7', ...accessible, tagged: true, lang: 'en-GB', displayTitle: true, font: first!.file,
    info: { Title: `${facts.title}: certificate of ${facts.fullName}`, Author: facts.where, Creator: 'Belay', Producer: 'Belay' },
  })
  const done = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = []
    sheet.on('data', (part: Buffer) => parts.push(part)).on('end', () => { resolve(Buffer.concat(parts)) }).on('error', reject)
  })
  for (const { called, file } of [first!, ...others]) sheet.registerFont(called, file)

  decorate(sheet, facts.kind)
  const whole = sheet.struct('Document')
  sheet.addStructure(whole)
  const say = (tag: string, words: string, place: Place) => whole.add(sheet.struct(tag, {}, () => { write(sheet, words, place) }))

  say('H1', facts.kind === 'course' ? 'Certificate of the course' : 'Certificate', { face: 'strong', size: 15, at: [left, 92], colour: rope })
  say('P', 'This is to say that', { face: 'text', size: 13, at: [left, 138], colour: soft })
  say('P', facts.fullName, { face: 'name', size: 46, at: [left, 158], width: 490 })
  say('P', facts.kind === 'course' ? 'has completed the course' : 'has been awarded', { face: 'text', size: 13, at: [left, 232], colour: soft })
  say('P', facts.title, { face: 'heading', size: 28, at: [left, 252], width: 490 })
  let y = 300
  for (const line of [facts.says, ...(facts.certificateNumber ? [`Certificate number of the awarding body: ${facts.certificateNumber}`] : [])])
    whole.add(sheet.struct('P', {}, () => { for (const row of folded(sheet, line, 13, 430)) { write(sheet, `${row} `, { face: 'text', size: 13, at: [left, y] }); y += 19 } }))
  say('P', `Awarded on ${facts.awardedOn}${facts.goodUntil ? `, good until ${facts.goodUntil}` : ''}`, { face: 'strong', size: 13, at: [left, 400] })
  say('P', facts.by ? `by ${facts.by}, ${facts.where}` : `by ${facts.where}`, { face: 'text', size: 13, at: [left, 420] })
  check(sheet, whole, facts.address)
  whole.end()
  sheet.end()
  return done
}

type Place = { face: Face; size: number; at: readonly [number, number]; colour?: string; width?: number }

/** Shapes a stretch as one: word by word, as pdfkit does it of itself, the words of a name from right to left would come in the wrong order. */
const whole = { features: [] }

const widthOf = (sheet: Sheet, face: Face, size: number, words: string) =>
  stretches(face, words).reduce((sum, { part, words: some }) => sum + sheet.font(faceName(face, part)).fontSize(size).widthOfString(some, whole), 0)

/** One line, made smaller where it would not fit: a long name is still one line. */
function write(sheet: Sheet, words: string, { face, size: wanted, at: [x, y], colour = ink, width = 640 }: Place) {
  const size = Math.min(wanted, Math.max(14, wanted * width / widthOf(sheet, face, wanted, words)))
  let from = x
  // Fonts stand differently high above their line: every stretch stands on the one the face's own letters have.
  const line = y + (wanted - size) + ascent(face) * size
  for (const { part, words: some } of stretches(face, words)) {
    sheet.font(faceName(face, part)).fontSize(size).fillColor(colour).text(some, from, line, { lineBreak: false, baseline: 'alphabetic', ...whole })
    from += sheet.widthOfString(some, whole)
  }
}

/** A sentence as rows that fit. */
function folded(sheet: Sheet, words: string, size: number, width: number): string[] {
  const rows: string[] = []
  for (const word of words.split(' ')) {
    const longer = rows.length ? `${rows.at(-1)!} ${word}` : word
    if (rows.length && widthOf(sheet, 'text', size, longer) <= width) rows[rows.length - 1] = longer
    else rows.push(word)
  }
  return rows
}

/** The rope down the side, the frame and the badge: to look at, and left out by a screen reader. */
function decorate(sheet: Sheet, kind: AwardKind) {
  sheet.markContent('Artifact', { type: 'Layout' })
  sheet.roundedRect(24, 24, wide - 48, high - 48, 18).lineWidth(1.2).strokeColor(rope).stroke()
  sheet.lineCap('round').lineWidth(6).strokeColor(kind === 'course' ? '#9bd3ba' : '#e3b448')
  for (let y = 58; y < high - 52; y += 12) sheet.moveTo(44, y + 8).lineTo(58, y - 6).stroke()
  sheet.image(pictureFile(kind, 'png'), wide - 262, 92, { width: 190 })
  sheet.endMarkedContent()
}

/** How anybody can ask whether it is real: a code to scan, and the same address to type. */
function check(sheet: Sheet, whole: ReturnType<Sheet['struct']>, address: string) {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' })
  const [side, x, y] = [84, left, 452]
  const dot = side / modules.size
  const box: object = { bbox: [x, y, x + side, y + side] }
  whole.add(sheet.struct('Figure', { alt: `A code to scan. It opens ${address}`, ...box }, () => {
    sheet.fillColor(ink)
    for (let row = 0; row < modules.size; row += 1)
      for (let column = 0; column < modules.size; column += 1)
        if (modules.get(row, column)) sheet.rect(x + column * dot, y + row * dot, dot * 1.02, dot * 1.02)
    sheet.fill()
  }))
  whole.add(sheet.struct('P', {}, () => { write(sheet, 'Is it real? Scan the code, or open', { face: 'text', size: 11, at: [x + side + 18, y + 26], colour: soft }) }))
  const line = sheet.struct('P')
  const link = sheet.struct('Link')
  whole.add(line)
  line.add(link)
  link.add(() => { write(sheet, address, { face: 'strong', size: 12, at: [x + side + 18, y + 44], colour: rope, width: 520 }) })
  // pdfkit writes a wrapped string as text, and a bare one as a name.
  const spoken: object = { structParent: link, Contents: Object(`Open ${address}`) as unknown }
  sheet.link(x + side + 18, y + 42, Math.min(520, widthOf(sheet, 'strong', 12, address)), 18, address, spoken)
  link.end()
  line.end()
}
