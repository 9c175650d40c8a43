export type Standing = 'good' | 'soon' | 'out' | 'none' | 'not-needed'

/** From how many days before on a check that runs out is said to. */
export const soonDays = 30

/** How a check stands on this day. `goodUntil` is its last day, and of one that has run out the day it did. */
export function standingOf({ isGood, goodUntil, isNotNeeded = false }: { isGood: boolean; goodUntil: string | null; isNotNeeded?: boolean }, today: string): Standing {
  if (!isGood) return goodUntil ? 'out' : 'none'
  if (goodUntil && daysUntil(goodUntil, today) <= soonDays) return 'soon'
  return isNotNeeded ? 'not-needed' : 'good'
}

export const daysUntil = (day: string, today: string): number => Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000)

const said = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
export const sayDate = (day: string): string => said.format(new Date(day))
