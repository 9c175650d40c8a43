import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { underWay } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { dropSockets } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { refuseIfUnvetted } from '../vetting/refuse-if-unvetted.server.ts'
import { GroupFields } from './group-fields.ts'
import { planAhead } from './parts/plan-ahead.server.ts'
import { may } from './policy.ts'

export const MakeGroup = GroupFields.extend({
  groupId: z.uuid(),
  organisationId: z.uuid(),
  youthWorkerId: z.uuid('Choose a youth worker.'),
  specialistId: z.uuid('Choose a mental-health specialist.'),
  mentorIds: z.array(z.uuid()).max(30).default([]),
}).refine(({ youthWorkerId, specialistId }) => youthWorkerId !== specialistId, { path: ['specialistId'], error: 'The two supervisors are two people. Choose somebody else for one of them.' })

/** A group begins: its mentors, its two supervisors of different professions, and when they meet. Its meetings are planned at once. */
export async function makeGroup(viewer: Viewer, input: z.input<typeof MakeGroup>): Promise<string> {
  const { groupId, organisationId, youthWorkerId, specialistId, mentorIds, ...fields } = MakeGroup.parse(input)
  return change(viewer, async (tx) => {
    const organisation = await tx.organisation.findUnique({ where: { id: organisationId } })
    if (!organisation) throw new NotFound()
    authorize(may.arrange, viewer, { organisationId })
    const { count } = await tx.supervisionGroup.createMany({ data: [{ id: groupId, organisationId, ...fields }], skipDuplicates: true })
    if (count === 0) return groupId // the same form, sent again

    const places = [
      { personId: youthWorkerId, part: 'youth_worker' as const }, { personId: specialistId, part: 'specialist' as const },
      ...[...new Set(mentorIds)].map((personId) => ({ personId, part: 'mentor' as const })),
    ]
    const roles = await tx.membership.findMany({ where: { organisationId, personId: { in: places.map((place) => place.personId) }, ...underWay() } })
    if (places.some((place) => !roles.some((role) => role.personId === place.personId && role.role === place.part)))
      throw new Conflict('Somebody you chose does not have that role here. Choose again from the list.')
    for (const { personId, part } of places.slice(0, 2)) await refuseIfUnvetted(tx, viewer, { organisationId, personId, roles: [part] })
    await tx.groupMember.createMany({ data: places.map((place) => ({ ...place, organisationId, groupId })) })
    const planned = await planAhead(tx, groupId)
    await record(tx, viewer, 'supervision.group-made', { organisationId, subjectId: groupId, mentors: mentorIds.length, planned })
    for (const { personId } of places) await dropSockets(tx, personId)
    return groupId
  })
}
