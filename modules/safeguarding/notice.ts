import { groups, type Group } from './words-to-notice.ts'

/** One thing that was noticed: the words as they stand in the text, and the group they belong to. */
export type Noticed = { words: string; group: Group }
type Found = { words: readonly string[]; group: Group | null }

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/['’‘ʼ`]/g, '')
/** Where each word begins and ends, so that what was noticed can be shown as it was written. */
const wordsIn = (text: string) => [...text.matchAll(/[\p{L}\p{N}'’‘ʼ`]+/gu)].map((found) => ({ word: plain(found[0]), at: found.index, end: found.index + found[0].length })).filter(({ word }) => word !== '')

/** Every phrase by its first word, the longest first: at each word of a text only the few that begin with it are compared. */
const byFirst = new Map<string, Found[]>()
const listed = (phrase: string, group: Group | null) => {
  const words = wordsIn(phrase).map(({ word }) => word)
  byFirst.set(words[0]!, [...(byFirst.get(words[0]!) ?? []), { words, group }])
}
for (const group of groups) {
  for (const phrase of group.phrases) listed(phrase, group)
  for (const phrase of group.unless ?? []) listed(phrase, null)
}
for (const found of byFirst.values()) found.sort((one, other) => other.words.length - one.words.length)

/**
 * What in this text may be something to hand on: at most one of each group, in the order in which they come. Looks at words and nothing else, in one
 * pass however long the text is; where a longer phrase means something else ("hit me up"), the longer one counts. Keeps nothing and tells nobody.
 */
export function notice(text: string): Noticed[] {
  const words = wordsIn(text)
  const noticed = new Map<Group, Noticed>()
  for (let at = 0; at < words.length;) {
    const found = byFirst.get(words[at]!.word)?.find((phrase) => phrase.words.every((word, ahead) => words[at + ahead]?.word === word))
    if (found?.group && !noticed.has(found.group)) noticed.set(found.group, { words: text.slice(words[at]!.at, words[at + found.words.length - 1]!.end), group: found.group })
    at += found?.words.length ?? 1
  }
  return [...noticed.values()]
}
