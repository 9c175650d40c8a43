/** Names as somebody would say them: "Sam and Tess". */
export const sayAnd = (names: readonly string[]): string => (names.length < 2 ? (names[0] ?? 'your trainer') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`)
