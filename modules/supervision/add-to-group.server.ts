import { z } from 'zod'
import { GroupPart } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { now, underWay } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { dropSockets } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { refuseIfUnvetted } from '../vetting/refuse-if-unvetted.server.ts'
import { findGroupHere } from './parts/find-group-here.server.ts'
import { may } from './policy.ts'

export const AddToGroup = z.object({ groupId: z.uuid(), personId: z.uuid('Choose somebody.'), part: z.enum(GroupPart) })

/** Somebody gets a place in a group, as what they are in the setting. Nobody holds two places in one group. */
export async function addToGroup(viewer: Viewer, input: z.input<typeof AddToGroup>): Promise<void> {
  const { groupId, personId, part } = AddToGroup.parse(input)
  return change(viewer, async (tx) => {
    const { organisationId } = await findGroupHere(tx, groupId)
    authorize(may.arrange, viewer, { organisationId })
    const [place, role] = [
      await tx.groupMember.findFirst({ where: { groupId, personId, OR: [{ endsAt: null }, { endsAt: { gt: now() } }] } }),
      await tx.membership.findFirst({ where: { organisationId, personId, role: part, ...underWay() } }),
    ]
    if (place?.part === part) return
    if (place) throw new Conflict('They have a place in this group already. The two supervisors and the mentors are different people.')
    if (!role) throw new Conflict('They do not have that role here yet. The coordinator can give it.')
    if (part !== 'mentor') await refuseIfUnvetted(tx, viewer, { organisationId, personId, roles: [part] })
    await tx.groupMember.createMany({ data: [{ organisationId, groupId, personId, part }] })
    await record(tx, viewer, 'supervision.place-given', { organisationId, subjectId: personId, groupId, part })
    await dropSockets(tx, personId)
  })
}
