import type { GlossaryWord } from './glossary.ts'

/** Says how old a reader of some lines has to be, in years. */
export type Measure = (lines: readonly string[], glossary: readonly GlossaryWord[]) => number

/** The oldest a reader of young people's text should have to be. */
export const readingAgeLimit = 11
