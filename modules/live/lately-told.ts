import { minutes, now, seconds } from '../clock.ts'

const kept = minutes(5)
// Two app processes agree on the time to a second.
const apart = seconds(2)

/**
 * To whom something was told lately, in this process. A page is drawn first and its socket opens after, on a bad connection many seconds
 * after: what is told in between it has neither in it nor hears. So it asks.
 */
export function latelyTold() {
  let began = now().getTime()
  const last = new Map<string, number>()
  return {
    note(room: string) {
      const at = now().getTime()
      // The order of a map is the order in which its keys came: the oldest stand first.
      last.delete(room)
      last.set(room, at)
      for (const [one, when] of last) { if (at - when <= kept) break; last.delete(one) }
    },
    /** It could not hear for a while: what was told until now may have been told to anybody. */
    beginAgain() { began = now().getTime() + apart },
    /** Whether one of these was told something after this moment (milliseconds). A moment before this process began or could hear again, or longer ago than it remembers, counts as yes. */
    isSince(moment: number, rooms: Iterable<string>): boolean {
      if (moment < began || now().getTime() - moment > kept) return true
      for (const room of rooms) if ((last.get(room) ?? 0) > moment - apart) return true
      return false
    },
  }
}
