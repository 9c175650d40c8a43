const named = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' })

/** "November 2026", of "2026-11". */
export const sayMonth = (month: string): string => named.format(new Date(`${month}-15T12:00:00Z`))

/** The month that many months on. */
export function monthAfter(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number - 1 + by, 15)).toISOString().slice(0, 7)
}
