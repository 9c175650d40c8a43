import type { Viewer } from '#modules/db/viewer.ts'
import { originOf } from '#modules/safeguarding/origin.ts'
import { renewSeat } from '#modules/supervision/renew-seat.server.ts'

/** The meeting somebody sits in while they say what worries them; null where they came from no room, or have no seat there. Renews it: without script this page is their beat. */
export async function seatOf(viewer: Viewer, from: string | null): Promise<string | null> {
  const origin = originOf(from)
  if (origin?.kind !== 'meeting' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(origin.source)) return null
  return (await renewSeat(viewer, { meetingId: origin.source })) ? origin.source : null
}
