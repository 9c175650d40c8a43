import type { Cell } from '#modules/vetting/register-of.server.ts'
import { daysUntil, type Standing } from '#modules/vetting/standing.ts'
import type { TagTone } from '#app/ui/tag.tsx'

const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
export const sayShort = (day: string): string => short.format(new Date(day))

export const standings: Record<Standing, { says: string; tone: TagTone }> = {
  good: { says: 'In date', tone: 'rope' }, soon: { says: 'Runs out soon', tone: 'sun' }, out: { says: 'Has run out', tone: 'sun' }, none: { says: 'Not written down', tone: 'sun' }, 'not-needed': { says: 'Does not apply', tone: 'plain' },
}

type Said = Pick<Cell, 'standing' | 'goodUntil'>
/** "in 6 days", "today", "20 days ago": how far a day is. */
const far = (day: string, today: string) => {
  const days = daysUntil(day, today)
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : days === -1 ? 'yesterday' : days > 0 ? `in ${days} days` : `${-days} days ago`
}
/** When it runs out or did, in a sentence. */
export const sayUntil = ({ standing, goodUntil }: Said, today: string): string => {
  if (!goodUntil) return 'It does not run out.'
  return standing === 'out' ? `It was good until ${sayShort(goodUntil)}, ${far(goodUntil, today)}.` : `Good until ${sayShort(goodUntil)}${standing === 'soon' ? `, ${far(goodUntil, today)}` : ''}.`
}

/** What is asked for and is missing, has run out or soon will. */
export const needsDoing = ({ isNeeded, standing }: Pick<Cell, 'isNeeded' | 'standing'>): boolean => isNeeded && standing !== 'good' && standing !== 'not-needed'
