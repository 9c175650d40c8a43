import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { may } from './policy.ts'

export const TakeBackTime = z.object({ meetingId: z.uuid() })

/** They need no time after all: it goes from the agenda, until it has begun. Done twice, it is the same. */
export async function takeBackTime(viewer: Viewer, input: z.input<typeof TakeBackTime>): Promise<void> {
  const { meetingId } = TakeBackTime.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId)
    authorize(may.askForTime, viewer, room)
    const [answer] = await tx.$queryRaw<{ isGone: boolean }[]>`SELECT app.take_back_time(${meetingId}::uuid) AS "isGone"`
    if (!answer?.isGone) return
    await record(tx, viewer, 'supervision.time-taken-back', { organisationId: room.organisationId, subjectId: meetingId })
    await tell(tx, `meeting:${meetingId}`, 'room:item')
  })
}
