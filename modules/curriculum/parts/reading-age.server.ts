import { syllable } from 'syllable'
import type { Card } from '../schema.ts'
import { wordsOfCard } from '../words-of.ts'

/** The oldest a reader of young people's text should have to be. */
export const readingAgeLimit = 11

/**
 * How old a reader has to be, in years: Flesch–Kincaid grade (Kincaid et al. 1975: 0.39 words a sentence + 11.8 syllables a word − 15.59)
 * and five. It counts lengths and knows nothing of sense: a figure under the limit is needed, not enough.
 */
export function readingAge(cards: readonly Card[]): number {
  const text = cards.flatMap(wordsOfCard)
  const sentences = text.flatMap((line) => line.split(/[.?!:]+["”’)]*(?:\s|$)/)).filter((sentence) => /[a-z]/i.test(sentence))
  const words = text.join(' ').match(/[a-z][a-z’'-]*/gi) ?? []
  if (sentences.length === 0 || words.length === 0) return 5
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word.replaceAll('’', "'"))), 0)
  return Math.round((0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59 + 5) * 10) / 10
}
