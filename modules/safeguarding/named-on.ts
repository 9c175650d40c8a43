/** What stands before many a name, and is nobody's. */
const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'madam', 'mister', 'prof', 'professor'])
/** Words that are somebody's name and stand in many a sentence. */
const ordinary = new Set(['a', 'am', 'an', 'as', 'be', 'by', 'do', 'go', 'he', 'if', 'in', 'is', 'it', 'me', 'my', 'no', 'of', 'on', 'or', 'so', 'to', 'up', 'us', 'we', 'black', 'brown', 'green', 'little', 'long', 'old', 'short', 'small', 'white', 'young'])
/** Who writes no more than this writes a name. */
const aName = 3

/** Whom of them a typed name may mean: any word of theirs, whole, in capitals or not, with its accents or without. Whoever may be meant does not come to read it. */
export function namedOn(people: readonly { personId: string; name: string }[], typed: string): string[] {
  const said = wordsOf(typed)
  return [...new Set(people.filter(({ name }) => wordsOf(name).some((word) => said.includes(word))).map(({ personId }) => personId))]
}

/** The words that may be a name, in small letters and without accents (`app.named_here` has a full name's the same way). In a sentence an ordinary word is one after a title, or with a capital that it would not have otherwise. */
export function wordsOf(text: string): string[] {
  const written = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').match(/[\p{L}\p{M}]+/gu) ?? []
  const words = written.map((word) => word.toLowerCase())
  const isMeant = (word: string, at: number) => !ordinary.has(word) || words.length <= aName || (at > 0 && (titles.has(words[at - 1]!) || written[at] !== word))
  return words.filter((word, at) => word.length > 1 && !titles.has(word) && isMeant(word, at))
}
