/** What stands before many a name, and is nobody's. */
const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'madam', 'mister', 'prof', 'professor'])

/** Whom of them a typed name may mean: any word of theirs, whole, in capitals or not. Whoever may be meant does not come to read it. */
export function namedOn(people: readonly { personId: string; name: string }[], typed: string): string[] {
  const said = wordsOf(typed)
  return [...new Set(people.filter(({ name }) => wordsOf(name).some((word) => said.includes(word))).map(({ personId }) => personId))]
}

export const wordsOf = (text: string) => (text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => word.length > 1 && !titles.has(word))
