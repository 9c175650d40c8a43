export type GlossaryWord = { word: string; forms: string[]; says: string; line: number }

const patternOf = ({ word, forms }: Pick<GlossaryWord, 'word' | 'forms'>): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(?:${[word, ...forms].sort((a, b) => b.length - a.length).map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\p{L}\\d])`, 'giu')

/** The explained words that stand in a text. */
export const wordsFoundIn = (text: string, glossary: readonly GlossaryWord[]): GlossaryWord[] => glossary.filter((word) => patternOf(word).test(text))

/** A text without its explained words, which nobody has to know beforehand. */
export const withoutExplained = (text: string, glossary: readonly GlossaryWord[]): string => glossary.reduce((rest, word) => rest.replace(patternOf(word), ' '), text)
