import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now, underWay } from '../clock.ts'
import { refuseIfNotReady } from '../completion/refuse-if-not-ready.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const PairUp = z.object({ menteeId: z.uuid(), mentorId: z.uuid('Choose a mentor.'), /** When they began, if that was before it is written down here. */ since: z.coerce.date('Choose a day.').optional() })

/** A youth worker brings a mentee together with a mentor who is ready. A mentee has one mentor at a time. */
export async function pairUp(viewer: Viewer, input: z.input<typeof PairUp>): Promise<string> {
  const { menteeId, mentorId, since } = PairUp.parse(input)
  return change(viewer, async (tx) => {
    if (since && since > now()) throw new Conflict('That day is still to come. Leave it empty if they begin now.')
    const mentee = await tx.mentee.findUnique({ where: { id: menteeId } })
    if (!mentee) throw new NotFound()
    authorize(may.lookAfterPairs, viewer, mentee.organisationId)
    const isMentorHere = await tx.membership.findFirst({ where: { personId: mentorId, organisationId: mentee.organisationId, role: 'mentor', ...underWay() } })
    if (!isMentorHere) throw new Conflict('That person is not a mentor here now. Choose somebody else.')

    await refuseIfNotReady(tx, viewer, { personId: mentorId, organisationId: mentee.organisationId })

    const id = newId()
    await once(() => tx.pair.createMany({ data: [{ id, organisationId: mentee.organisationId, menteeId, mentorId, startsAt: since ?? now() }] }), `${mentee.birdName} has a mentor already. End that pair first.`)
    await record(tx, viewer, 'mentoring.paired', { organisationId: mentee.organisationId, subjectId: mentorId, menteeId, pairId: id })
    await tell(tx, `person:${mentorId}`, 'mentoring:paired', { pairId: id })
    return id
  })
}
