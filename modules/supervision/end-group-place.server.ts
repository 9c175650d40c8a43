import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { dropSockets } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { findGroupHere } from './parts/find-group-here.server.ts'
import { may } from './policy.ts'

export const EndGroupPlace = z.object({ groupId: z.uuid(), personId: z.uuid() })

/** Somebody's place in a group ends, at once: an open room closes for them. A supervisor goes only once another of the same profession is there. */
export async function endGroupPlace(viewer: Viewer, input: z.input<typeof EndGroupPlace>): Promise<void> {
  const { groupId, personId } = EndGroupPlace.parse(input)
  return change(viewer, async (tx) => {
    const { organisationId } = await findGroupHere(tx, groupId)
    authorize(may.arrange, viewer, { organisationId })
    const current = { groupId, OR: [{ endsAt: null }, { endsAt: { gt: now() } }] }
    const place = await tx.groupMember.findFirst({ where: { ...current, personId } })
    if (!place) throw new Conflict('They have left this group already.')
    if (place.part !== 'mentor' && (await tx.groupMember.count({ where: { ...current, part: place.part } })) < 2)
      throw new Conflict(`A group needs a youth worker and a mental-health specialist. Add another ${place.part === 'specialist' ? 'specialist' : 'youth worker'} first.`)
    await tx.groupMember.updateMany({ where: { id: place.id }, data: { endsAt: now() } })
    await record(tx, viewer, 'supervision.place-ended', { organisationId, subjectId: personId, groupId, part: place.part })
    await dropSockets(tx, personId)
  })
}
