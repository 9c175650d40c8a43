import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { may } from './policy.ts'

export const AskForTime = z.object({ meetingId: z.uuid(), itemId: z.uuid() })

/** A mentor asks for time in a meeting of their group. Its agenda says "Something for Amara", and never what. Asked twice, it is once. */
export async function askForTime(viewer: Viewer, input: z.input<typeof AskForTime>): Promise<void> {
  const { meetingId, itemId } = AskForTime.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId)
    authorize(may.askForTime, viewer, room)
    const asked = await tx.agendaItem.count({ where: { meetingId, forId: viewer.id } })
    if (asked) return
    const [answer] = await tx.$queryRaw<{ isThere: boolean }[]>`SELECT app.ask_for_time(${itemId}::uuid, ${meetingId}::uuid) AS "isThere"`
    if (!answer?.isThere) throw new Conflict('This meeting is over. Ask for time in the next one.')
    await record(tx, viewer, 'supervision.time-asked-for', { organisationId: room.organisationId, subjectId: meetingId })
    await tell(tx, `meeting:${meetingId}`, 'room:item')
  })
}
