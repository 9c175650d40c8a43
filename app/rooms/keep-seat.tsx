import { useSeat } from './use-seat.ts'

/** Whoever writes quietly while others talk has not left the room: their seat is kept, and nobody there sees that they are on another page. */
export function KeepSeat({ meetingId }: { meetingId: string }) {
  useSeat(meetingId, true)
  return null
}
