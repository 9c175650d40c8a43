import { join } from 'node:path'
import { create, type Font } from 'fontkit'
import { readFileSync } from 'node:fs'

/**
 * The faces of Belay's pages, one WOFF file a weight. The pages' own files cannot serve here: fontkit 2.0 loses the outlines of a WOFF2 file, both when it
 * takes a weight out of a variable one and when it cuts one down to the letters that are used.
 */
const files = (family: string, weight: number, regions: readonly string[]) => regions.map((region) => join(process.cwd(), `node_modules/@fontsource/${family}/files/${family}-${region}-${weight}-normal.woff`))
const display = (weight: number) => files('bricolage-grotesque', weight, ['latin', 'latin-ext', 'vietnamese'])
const text = (weight: number) => files('atkinson-hyperlegible-next', weight, ['latin', 'latin-ext'])

export type Face = 'name' | 'heading' | 'text' | 'strong'
const faces: Record<Face, readonly string[]> = { name: display(800), heading: display(700), text: text(400), strong: text(600) }

export const faceName = (face: Face, part: number) => `${face}-${part}`

/** Every face for pdfkit: what it is called there, and its file. */
export const everyFace = () => Object.entries(faces).flatMap(([face, parts]) => parts.map((file, part) => ({ called: faceName(face as Face, part), file })))

const opened = new Map<string, Font>()
const openedFont = (file: string): Font => {
  const known = opened.get(file) ?? create(readFileSync(file)) as Font
  opened.set(file, known)
  return known
}

/** Cuts a text into stretches that one file of a face can write: a font from the packages holds the letters of one region. */
export function stretches(face: Face, words: string): { part: number; words: string }[] {
  const fonts = faces[face].map(openedFont)
  const cut: { part: number; words: string }[] = []
  for (const letter of words.normalize('NFC')) {
    const last = cut.at(-1)
    const writes = (part: number) => fonts[part]!.hasGlyphForCodePoint(letter.codePointAt(0)!)
    // A space stays with what it follows; a letter nobody has is drawn as an empty box by the first.
    const part = last && (letter === ' ' || writes(last.part)) ? last.part : Math.max(0, fonts.findIndex((_font, at) => writes(at)))
    if (last?.part === part) last.words += letter
    else cut.push({ part, words: letter })
  }
  return cut
}

/** The letters of a name that none of our fonts has. */
export const lettersWithout = (face: Face, words: string): string[] =>
  [...new Set((words.normalize('NFC').match(/./gsu) ?? []).filter((letter) => letter !== ' ' && !faces[face].some((file) => openedFont(file).hasGlyphForCodePoint(letter.codePointAt(0)!))))]
