import { z } from 'zod'
import { today } from '#modules/clock.ts'
import { dayAfter, lastDay } from '#modules/governance/last-day.ts'
import type { SettingReported } from '#modules/governance/settings-reported.server.ts'
import { termOf, termsOver } from '#modules/governance/terms.ts'

const inWords = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
/** With the year, and never "today": it is printed, and read later. */
const says = (from: string, last: string) => `${inWords.format(new Date(from))} to ${inWords.format(new Date(last))}`
const day = (given: string | null) => z.iso.date().safeParse(given).data

/** Which setting and which time an address asks about; without a word, the first setting and the term that is running, or the last that is over for those who hear figures. */
export function whichReport(url: URL, settings: readonly SettingReported[]) {
  const setting = settings.find(({ id }) => id === url.searchParams.get('setting')) ?? settings[0]
  if (!setting) return null
  if (!setting.seesRows) {
    const terms = termsOver(today())
    const term = terms.find(({ from }) => from === url.searchParams.get('term')) ?? terms[0]!
    return { setting, terms, from: term.from, until: term.until, last: lastDay(term.until), says: `${term.name}, ${says(term.from, lastDay(term.until))}` }
  }
  const from = day(url.searchParams.get('from')) ?? termOf(today()).from
  const asked = day(url.searchParams.get('to')) ?? today()
  const last = asked < from ? from : asked
  return { setting, terms: null, from, until: dayAfter(last), last, says: says(from, last) }
}
