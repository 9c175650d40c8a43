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

/**
 * Where neither has a letter, Noto Sans: the scripts that names of young people here are written in. Left out: Chinese, Japanese
 * and Korean, a hundred megabytes each, and Gurmukhi, over which fontkit 2.0 stumbles.
 */
const scripts = { 'noto-sans': ['cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'devanagari', 'vietnamese', 'latin-ext'], 'noto-sans-arabic': ['arabic'], 'noto-sans-hebrew': ['hebrew'], 'noto-sans-bengali': ['bengali'], 'noto-sans-tamil': ['tamil'],
  'noto-sans-gujarati': ['gujarati'], 'noto-sans-ethiopic': ['ethiopic'], 'noto-sans-thai': ['thai'], 'noto-sans-georgian': ['georgian'], 'noto-sans-armenian': ['armenian'], 'noto-sans-sinhala': ['sinhala'] }
const others = (weight: number) => Object.entries(scripts).flatMap(([family, regions]) => files(family, weight, regions))

export type Face = 'name' | 'heading' | 'text' | 'strong'
const faces: Record<Face, readonly string[]> = { name: [...display(800), ...others(700)], heading: [...display(700), ...others(700)], text: [...text(400), ...others(400)], strong: [...text(600), ...others(600)] }

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
  const files = faces[face]
  const cut: { part: number; words: string }[] = []
  for (const letter of words.normalize('NFC')) {
    const last = cut.at(-1)
    const writes = (part: number) => openedFont(files[part]!).hasGlyphForCodePoint(letter.codePointAt(0)!)
    // A space and what only joins or parts letters stay with what they follow; a letter nobody has is drawn as an empty box by the first.
    const part = last && (isBetween(letter) || writes(last.part)) ? last.part : Math.max(0, files.findIndex((_file, at) => writes(at)))
    if (last?.part === part) last.words += letter
    else cut.push({ part, words: letter })
  }
  return cut
}

/** What has no shape of its own: a space, and the marks that join two letters or part them. */
const isBetween = (letter: string) => /[\s\u200c\u200d]/.test(letter)

/** The letters of a name that none of our fonts has. */
export const lettersWithout = (face: Face, words: string): string[] =>
  [...new Set((words.normalize('NFC').match(/./gsu) ?? []).filter((letter) => !isBetween(letter) && !faces[face].some((file) => openedFont(file).hasGlyphForCodePoint(letter.codePointAt(0)!))))]

/** How far above the line the letters of a face stand, as a part of their size: what stretches of different files stand on together. */
export const ascent = (face: Face): number => {
  const font = openedFont(faces[face][0]!)
  return font.ascent / font.unitsPerEm
}

/** Can the shapes of these words be put together? A font may have every letter, and fontkit no way to join them. */
export function canBeShaped(face: Face, words: string): boolean {
  try {
    for (const { part, words: some } of stretches(face, words)) openedFont(faces[face][part]!).layout(some)
    return true
  } catch {
    return false
  }
}
