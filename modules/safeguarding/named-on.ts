/** Whom of them a typed name may mean: any word of theirs, whole, in capitals or not. Whoever may be meant does not come to read it. */
export function namedOn(people: readonly { personId: string; name: string }[], typed: string): string[] {
  const said = new Set(wordsOf(typed))
  return [...new Set(people.filter(({ name }) => wordsOf(name).some((word) => word.length > 2 && said.has(word))).map(({ personId }) => personId))]
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
