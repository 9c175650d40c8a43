import { syllable } from 'syllable'
import { withoutExplained } from './glossary.ts'
import type { Measure } from './measure.ts'

const wordsOf = (text: string): string[] => text.match(/[a-z][a-z’'-]*/gi) ?? []

/**
 * How old a reader has to be, in years: Flesch–Kincaid grade (Kincaid et al. 1975: 0.39 words a sentence + 11.8 syllables a word − 15.59)
 * and five. Words the glossary explains count for the length of a sentence, and not for how long words are. It counts lengths and knows
 * nothing of sense: a figure under the limit is needed, not enough.
 */
export const readingAge: Measure = (lines, glossary) => {
  const text = lines.join('\n')
  const sentences = lines.flatMap((line) => line.split(/[.?!:]+["”’)]*(?:\s|$)/)).filter((sentence) => /[a-z]/i.test(sentence))
  const words = wordsOf(text)
  const toKnow = wordsOf(withoutExplained(text, glossary))
  if (sentences.length === 0 || toKnow.length === 0) return 5
  const syllables = toKnow.reduce((sum, word) => sum + Math.max(1, syllable(word.replaceAll('’', "'"))), 0)
  return Math.round((0.39 * (words.length / sentences.length) + 11.8 * (syllables / toKnow.length) - 15.59 + 5) * 10) / 10
}
