/** A third of a year, from its first day until the first day of the next (not on it), as days like "2026-05-01". They lie side by side, and are not a setting's own terms, which it may change. */
export type Term = { from: string; until: string; name: string }

const names: Record<number, string> = { 0: 'Spring', 4: 'Summer', 8: 'Autumn' }
const asDay = (year: number, month: number) => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)

/** The term a day lies in. */
export function termOf(day: string): Term {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const first = Math.floor((month - 1) / 4) * 4
  return { from: asDay(year, first), until: asDay(year, first + 4), name: `${names[first]} ${year}` }
}

/** The terms that were over on a day, newest first. */
export function termsOver(day: string, count = 6): Term[] {
  const terms: Term[] = []
  for (let from = termOf(day).from; terms.length < count;) {
    const last = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10)
    terms.push(termOf(last))
    from = terms.at(-1)!.from
  }
  return terms
}
