const count = (one: number, word: string) => `${one} ${word}${one === 1 ? '' : 's'}`

/** How long something took, as somebody would say it: "4 minutes", "3 hours", "2 days". */
export function sayMinutes(minutes: number): string {
  if (minutes < 1) return 'a minute'
  if (minutes < 120) return count(Math.round(minutes), 'minute')
  return minutes < 48 * 60 ? count(Math.round(minutes / 60), 'hour') : count(Math.round(minutes / 1440), 'day')
}
