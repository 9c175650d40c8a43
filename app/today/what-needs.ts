import { daysFrom } from '#app/ui/say-when.ts'
import type { TodayData } from './today-of.server.ts'

/** Lists that hold nothing but what waits for this person. */
const lists = ['toAnswer', 'toDecide', 'answered', 'toSample', 'toSignOff', 'registers', 'toMark', 'toClaim', 'toAward', 'cases', 'caseActions', 'receipts', 'toCheck', 'kept', 'unsupervised', 'notReached', 'hookActs', 'clockActs'] as const

/** What on Today waits for this person to do something, so that it can be counted and comes first. */
export function whatNeeds(day: Pick<TodayData, 'concerns' | 'aboutAdults' | 'journal' | 'meetings' | 'sessions' | 'vetting' | (typeof lists)[number]>, now: Date) {
  const { concerns, journal, meetings, sessions } = day
  const waiting = concerns.filter((concern) => concern.state !== 'taken-on' && (concern.mayReceive || concern.mayTakeOn || !concern.openable))
  const unread = journal?.sharedWithMe.filter((share) => !share.answered) ?? []
  const sittings = sessions.filter((session) => session.part !== 'learner' && daysFrom(now, session.startsAt) === 0)
  const today = meetings.filter((meeting) => meeting.isOpen || daysFrom(now, meeting.startsAt) === 0)
  const { mine, registers } = day.vetting
  return { waiting, unread, sittings, count: mine.length + day.aboutAdults.mine.length + day.aboutAdults.elsewhere.length + registers.length + waiting.length + unread.length + today.length + sittings.length + lists.reduce((sum, list) => sum + day[list].length, 0) }
}
