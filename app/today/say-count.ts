const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']

/** "Three", "12": how a number opens a sentence. */
export const sayCount = (count: number): string => words[count] ?? String(count)

/** "Three things need you" */
export const sayNeeds = (count: number): string =>
  count === 0 ? 'Nothing needs you now' : count === 1 ? 'One thing needs you' : `${sayCount(count)} things need you`

/** "Marcus and Helen", "Marcus, Helen and Tom" */
export const sayNames = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`

/** The week of a pair, from its first: 1 in the first seven days. A pair meets for ten weeks (requirements S4). */
export const weekOf = (since: Date, now: Date): number => Math.max(1, Math.floor((now.getTime() - since.getTime()) / (7 * 86_400_000)) + 1)
