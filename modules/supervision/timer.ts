import { minutes } from '../clock.ts'

export type TimedItem = { startedAt: Date | null; endedAt: Date | null; minutes: number; addedMinutes: number }

/** How an agenda item stands, in milliseconds. `left` goes below nothing when it runs over. Time in which the room stood still does not count. */
export function timerOf(item: TimedItem, still: readonly { from: Date; to: Date }[], at: Date): { length: number; elapsed: number; left: number } {
  const length = minutes(item.minutes + item.addedMinutes)
  if (!item.startedAt) return { length, elapsed: 0, left: length }
  const [from, to] = [item.startedAt.getTime(), (item.endedAt ?? at).getTime()]
  const stood = still.reduce((sum, span) => sum + Math.max(0, Math.min(to, span.to.getTime()) - Math.max(from, span.from.getTime())), 0)
  const elapsed = Math.max(0, to - from - stood)
  return { length, elapsed, left: length - elapsed }
}
