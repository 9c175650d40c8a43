import type { AdultStep } from './steps.ts'

/** The steps whose words have parts of their own, and what each part is called. All other lines are one text. */
const partsOf: Partial<Record<AdultStep, Record<string, string>>> = {
  weighed: { reasons: 'Why', context: 'What stands around it' },
  'lado-told': { who: 'Spoke with', reference: 'Their reference', words: 'What they advised' },
}

/** What is sealed of a line with parts: one text, the parts by name, those left empty left out. */
export const asParts = (kind: AdultStep, said: Record<string, string>): string =>
  JSON.stringify(Object.fromEntries(Object.keys(partsOf[kind] ?? {}).flatMap((name) => (said[name] ? [[name, said[name]]] : []))))

/** A line's words as they are read: each part with its label. A line of one text has one part without. */
export function asRead(kind: string, words: string | null): { label: string | null; text: string }[] {
  const parts = partsOf[kind as AdultStep]
  if (words === null) return []
  if (!parts) return [{ label: null, text: words }]
  const said = JSON.parse(words) as Record<string, string>
  return Object.entries(parts).flatMap(([name, label]) => (said[name] ? [{ label, text: said[name] }] : []))
}
