import type PDFDocument from 'pdfkit'

/** A drawing on a paper, in units of its own: outlines, and numbered dots on them. `alt` says the same to whoever does not see it. */
export type Figure = { alt: string; width: number; height: number; paths: readonly string[]; dots: readonly { words: string; x: number; y: number }[] }

/** How tall a drawing stands on the paper, in points, and how large the dots are in the drawing's own units. */
const [tall, dot] = [200, 16]
export const roomOf = tall + 12

/** Draws one at its place, and gives back how wide it came out. */
export function drawFigure(sheet: InstanceType<typeof PDFDocument>, { width, height, paths, dots }: Figure, { x, y, font }: { x: number; y: number; font: string }): number {
  const scale = tall / height
  sheet.save().translate(x, y).scale(scale)
  sheet.lineWidth(1.5)
  for (const path of paths) sheet.path(path).fillAndStroke('#f4efe6', '#4a5168')
  for (const { words, x: across, y: down } of dots) {
    sheet.circle(across, down, dot).fill('#a8321c')
    sheet.font(font).fontSize(dot * 1.25).fillColor('#ffffff').text(words, across - dot, down + dot * 0.45, { width: dot * 2, align: 'center', lineBreak: false, baseline: 'alphabetic' })
  }
  sheet.restore()
  return width * scale
}
