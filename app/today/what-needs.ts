import { daysFrom } from '#app/ui/say-when.ts'
import type { TodayData } from './today-of.server.ts'

/** What on Today waits for this person to do something, so that it can be counted and comes first. */
export function whatNeeds({ concerns, journal, meetings, sessions }: Pick<TodayData, 'concerns' | 'journal' | 'meetings' | 'sessions'>, now: Date) {
  const waiting = concerns.filter((concern) => concern.state !== 'taken-on' && (concern.mayReceive || concern.mayTakeOn || !concern.openable))
  const unread = journal?.sharedWithMe.filter((share) => !share.answered) ?? []
  const sittings = sessions.filter((session) => session.part !== 'learner' && daysFrom(now, session.startsAt) === 0)
  const today = meetings.filter((meeting) => meeting.isOpen || daysFrom(now, meeting.startsAt) === 0)
  return { waiting, unread, sittings, count: waiting.length + unread.length + today.length + sittings.length }
}
