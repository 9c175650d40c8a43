/** "Helen", "Helen and Marcus", "Helen, Marcus and Tom" */
export const sayNames = (names: readonly string[], and = 'and'): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)!}`
