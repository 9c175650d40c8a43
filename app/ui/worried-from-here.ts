import { worriedFrom } from '#modules/safeguarding/origin.ts'

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** The way to an adult from this page. An entry, a unit and a room go along, by kind and id; whoever raises it sees so, and can leave it out. */
export function worriedFromHere(pathname: string, search: string): string {
  const at = (pattern: string) => new RegExp(`^${pattern}$`).exec(pathname)?.[1]
  const unit = at('/learn/([a-z0-9-]+/[a-z0-9-]+)')
  if (unit && !/\/(guide|now|ready|hours|portfolio|awards)(\/|$)/.test(pathname)) return worriedFrom('unit', unit)
  const share = at(`/journal/shared/(${id})`)
  if (share) return worriedFrom('shared_entry', share)
  const begun = pathname === '/journal/new' ? (new URLSearchParams(search).get('entry') ?? '') : ''
  const entry = at(`/journal/(${id})(?:/share)?`) ?? new RegExp(`^${id}$`).exec(begun)?.[0]
  if (entry) return worriedFrom('journal_entry', entry)
  const meeting = at(`/rooms/(${id})`)
  return meeting ? worriedFrom('meeting', meeting) : '/worried'
}
