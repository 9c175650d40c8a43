import { classOf } from './policy.ts'

/** How what a rule is about goes when its time has come. */
export type Way = 'by itself' | 'two people' | 'nothing yet'
type Kept = { label: string; since: string; way: Way }

/** What each rule is about. A rule that is not here is kept until somebody writes the deed that lets go of it, and the page says so. */
const kept: Readonly<Record<string, Kept>> = {
  'safeguarding.concern': { label: 'Concerns about a child', since: 'from the day they were raised, once they are closed', way: 'two people' },
  'safeguarding.concern about-adult': { label: 'Concerns about an adult', since: 'from the day they were raised, once they are closed', way: 'two people' },
  'safeguarding.concern sexual-abuse': { label: 'Concerns that have to do with child sexual abuse', since: 'from the day they were raised, once they are closed', way: 'two people' },
  'safeguarding.attempts': { label: 'By which way a concern reached people', since: 'from each attempt', way: 'by itself' },
  'adults.allegation': { label: 'Allegations about an adult, in their own register', since: 'from the day they were handed on, or until the adult would retire if that is later, once they are closed', way: 'two people' },
  'adults.low-level': { label: 'Low-level concerns about an adult, in their own register', since: 'from the day the adult has no role here any more, once they are closed', way: 'two people' },
  'vetting.after-leaving': { label: 'Checks on adults who have left', since: 'from the day they left', way: 'nothing yet' },
  'accreditation.assessment': { label: 'Evidence, decisions and claims of a learner', since: 'from their certificate, or from when they withdrew', way: 'nothing yet' },
  'accreditation.malpractice': { label: 'Cases of malpractice', since: 'from the end of the case', way: 'by itself' },
  'journal.bin': { label: 'What somebody threw away in their journal', since: 'from when they threw it away', way: 'by itself' },
  'evidence.file-not-handed-in': { label: 'Photos and files that were not handed in', since: 'from when they were chosen', way: 'by itself' },
}

/** What a rule is about, in words. */
export const keptOf = (rule: string): Kept => kept[rule] ?? { ...(kept[classOf(rule)] ?? { label: rule, since: 'from its end' }), way: kept[classOf(rule)]?.way ?? 'nothing yet' }

/** A number of days as somebody would say it: whole years where it is some. */
export function sayDays(days: number): string {
  const years = Math.round(days / 365.25)
  if (years >= 1 && Math.abs(days - years * 365.25) <= 2) return years === 1 ? '1 year' : `${years} years`
  return days === 1 ? '1 day' : `${days} days`
}
