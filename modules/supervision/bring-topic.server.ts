import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { may } from './policy.ts'
import { requireMoving } from './states.ts'

export const BringTopic = z.object({
  meetingId: z.uuid(), itemId: z.uuid(),
  title: z.string().trim().min(3, 'Say what it is about, in a few words.').max(120),
  minutes: z.coerce.number().int().min(1).max(60).default(10),
})

/** A supervisor puts something on today's agenda, before what was agreed. */
export async function bringTopic(viewer: Viewer, input: z.input<typeof BringTopic>): Promise<void> {
  const { meetingId, itemId, title, minutes } = BringTopic.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId, { lock: true })
    authorize(may.supervise, viewer, room)
    requireMoving(room.state)
    const last = await tx.agendaItem.findFirst({ where: { meetingId, kind: { not: 'agreed' } }, orderBy: { position: 'desc' } })
    const { count } = await tx.agendaItem.createMany({ data: [{ id: itemId, meetingId, organisationId: room.organisationId, position: (last?.position ?? 0) + 10, kind: 'topic', title, minutes }], skipDuplicates: true })
    if (count === 0) return
    await record(tx, viewer, 'supervision.topic-brought', { organisationId: room.organisationId, subjectId: meetingId, itemId })
    await tell(tx, `meeting:${meetingId}`, 'room:item')
  })
}
