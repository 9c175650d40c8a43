import { read } from '../../db/read.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { digestsOfName, plainly } from '../../mentoring/name-digests.server.ts'
import { isAlsoAWord } from '../also-a-word.ts'

const word = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu
/** A word as it is compared, and what hangs on its end: “Amara’s” is amara and ’s. */
const partsOf = (one: string): [string, string] => {
  const [, stem = one, end = ''] = /^(.+?)(['’]s)?$/iu.exec(one) ?? []
  return [plainly(stem), end]
}

/**
 * What somebody from outside reads, with the names of the setting's young people left out: assessors are asked to write none, and do. The names do not
 * come here: the words are asked after, one by one, inside the opening. What is small and also an ordinary word (“will”, “hope”) stays.
 */
export async function withoutNames<Shown>(viewer: Viewer, { openingId, organisationId }: { openingId: string; organisationId: string }, shown: Shown): Promise<Shown> {
  const all = new Set<string>()
  eachText(shown, (text) => { for (const [one] of text.matchAll(word)) all.add(partsOf(one)[0]); return text })
  const asked = [...all]
  const found = await read(viewer, (tx) => tx.$queryRaw<{ word: string; isFirst: boolean }[]>`
    SELECT n.word, n."isFirst" FROM app.names_among(${openingId}::uuid, ${asked}::text[], ${digestsOfName(organisationId, asked)}::text[]) n`)
  const names = new Map(found.map(({ word: name, isFirst }) => [name, isFirst]))
  if (names.size === 0) return shown
  const hidden = (one: string) => {
    const [stem, end] = partsOf(one)
    const isFirst = names.get(stem)
    const isLarge = /^\p{Lu}/u.test(one)
    return isFirst === undefined || (!isLarge && (!isFirst || isAlsoAWord(stem))) ? one : `[name]${end}`
  }
  return eachText(shown, (text) => text.replace(word, hidden).replace(/\[name\](?:[ -]\[name\])+/g, '[name]'))
}

/** What people wrote, wherever it stands in what is shown; staff's own names and everything else stay as they are. */
function eachText<Shown>(shown: Shown, change: (text: string) => string): Shown {
  if (Array.isArray(shown)) return shown.map((one: unknown) => eachText(one, change)) as Shown
  if (typeof shown !== 'object' || shown === null || shown instanceof Date) return shown
  return Object.fromEntries(Object.entries(shown).map(([key, value]) => [key, typeof value === 'string' && ['words', 'feedback', 'transcript'].includes(key) ? change(value) : eachText(value as unknown, change)])) as Shown
}
