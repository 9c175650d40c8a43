import { after, now } from '../../clock.ts'
import { newId } from '../../db/new-id.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { Room } from './room-facts.server.ts'
import { gapSince } from '../states.ts'
import { keptUntil, seatLease, type AdultLease } from '../two-adults.ts'

/**
 * An adult is back after their seat had lapsed or been left: writes down since when the room was without its two adults, before the new
 * lease hides it, and whether that is over now. The timers leave that time out.
 */
export async function noteReturn(tx: Tx, room: Room, personId: string, before: Date | null): Promise<void> {
  const withSeat = (until: Date | null): AdultLease[] => room.adults.map((adult) => (adult.personId === personId ? { ...adult, until } : adult))
  const since = gapSince({ ...room, adults: withSeat(before) }, now())
  if (!since) return
  const isOver = (keptUntil(withSeat(after(seatLease)), { oneIsEnough: room.hasOverride }) ?? since) > now()
  await endGap(tx, room, since, isOver ? now() : null)
}

/** Writes a gap down, or ends the one that is written. */
export async function endGap(tx: Tx, room: Room, since: Date, until: Date | null): Promise<void> {
  const isWritten = room.gaps.some((gap) => gap.until === null)
  if (!isWritten) await tx.adultGap.createMany({ data: [{ id: newId(), organisationId: room.organisationId, meetingId: room.id, since, until }], skipDuplicates: true })
  else if (until) await tx.adultGap.updateMany({ where: { meetingId: room.id, until: null }, data: { until } })
}
