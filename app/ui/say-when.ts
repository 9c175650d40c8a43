const zone = 'Europe/London'
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long' })
const dayAndMonth = new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'long' })
const wholeDay = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' })
const withYear = new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' })
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })

/** Whole calendar days in London from one moment to another: 0 today, 1 tomorrow, -1 yesterday. */
export const daysFrom = (from: Date, to: Date): number => Math.round((Date.parse(calendar.format(to)) - dayOf(from)) / 86_400_000)

// A page says each of its moments from the same now: a hundred times on a long one.
let asked = { moment: Number.NaN, day: Number.NaN }
const dayOf = (at: Date): number => {
  if (asked.moment !== at.getTime()) asked = { moment: at.getTime(), day: Date.parse(calendar.format(at)) }
  return asked.day
}

/** "15:40" */
export const sayTime = (at: Date): string => clock.format(at)

/** "Tuesday 24 November" */
export const sayWholeDay = (at: Date): string => wholeDay.format(at).replace(',', '')

/** "Today", "Yesterday", "Thursday" within six days either side, "10 November", "10 November 2025" */
export function sayDay(at: Date, now: Date): string {
  const apart = daysFrom(now, at)
  if (apart === 0) return 'Today'
  if (apart === 1) return 'Tomorrow'
  if (apart === -1) return 'Yesterday'
  if (apart > 1 && apart < 7) return weekday.format(at)
  if (apart < -1 && apart > -7) return `Last ${weekday.format(at)}`
  return Math.abs(apart) < 300 ? dayAndMonth.format(at) : withYear.format(at)
}

/** "Today 15:40" */
export const sayWhen = (at: Date, now: Date): string => `${sayDay(at, now)} ${sayTime(at)}`

/** The same inside a sentence: "today 15:40", "last Friday", and "Thursday 12:20" as it is. */
export const inSentence = (said: string): string => said.replace(/^(Today|Tomorrow|Yesterday|Last)\b/, (word) => word.toLowerCase())

/** "2 min", "3 h", "1 day", "5 weeks": how long, in one unit, rounded down. */
export function sayHowLong(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000)
  if (minutes < 1) return 'less than a minute'
  if (minutes < 60) return `${minutes} min`
  if (minutes < 60 * 24) return `${Math.floor(minutes / 60)} h`
  const days = Math.floor(minutes / 60 / 24)
  if (days < 14) return days === 1 ? '1 day' : `${days} days`
  return `${Math.floor(days / 7)} weeks`
}

/** "06:40", "1:06:40": what a clock shows, never below nought. */
export function sayClock(ms: number): string {
  const all = Math.max(0, Math.floor(ms / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(all / 3600)
  return `${hours ? `${hours}:` : ''}${two(Math.floor((all % 3600) / 60))}:${two(all % 60)}`
}
