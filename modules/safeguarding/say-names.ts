/** "Marcus", "Marcus and Fatima", "Marcus, Fatima and Tom"; null for nobody. */
export function sayNames(names: readonly string[]): string | null {
  if (names.length < 2) return names[0] ?? null
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`
}
