import type { Pack } from './pack.ts'

type Lines = readonly Pick<Pack['chronology'][number], 'number' | 'says' | 'parts'>[]

/** The words of a case as one text, so that their hash stands in the line that says the file was made: with that line's link, the words are proved too. docs/case-packs.md. */
export const wordsOf = ({ salt, who, what, lines }: { salt: string; who: string; what: string; lines: Lines }): string =>
  JSON.stringify([salt, who, what, lines.map(({ number, says, parts }) => [number, says, parts.map(({ label, text }) => [label, text])])])
