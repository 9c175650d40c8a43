import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { roomSignal } from './events.ts'
import { findRoomFacts } from './parts/room-facts.server.ts'
import { may } from './policy.ts'

export const AnswerQuietSignal = z.object({ meetingId: z.uuid(), signalId: z.uuid() })

/** "I'm going": a supervisor goes to the mentor who pressed. The mentor sees who is coming; the other supervisor too; nobody else. */
export async function answerQuietSignal(viewer: Viewer, input: z.input<typeof AnswerQuietSignal>): Promise<void> {
  const { meetingId, signalId } = AnswerQuietSignal.parse(input)
  return change(viewer, async (tx) => {
    const room = await findRoomFacts(tx, meetingId)
    authorize(may.supervise, viewer, room)
    const signal = await tx.quietSignal.findFirst({ where: { id: signalId, meetingId } })
    if (!signal) throw new NotFound()
    const { count } = await tx.quietSignal.updateMany({ where: { id: signalId, answeredAt: null }, data: { answeredById: viewer.id, answeredAt: now() } })
    if (count === 0 && signal.answeredById === viewer.id) return
    if (count === 0) throw new Conflict('Your colleague is going already.')
    await record(tx, viewer, 'supervision.signal-answered', { organisationId: room.organisationId, subjectId: meetingId, signalId })
    for (const personId of new Set([signal.fromId, ...room.adults.map((adult) => adult.personId)])) await tell(tx, `person:${personId}`, roomSignal, { meetingId })
  })
}
