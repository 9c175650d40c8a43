import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { GroupFields } from './group-fields.ts'
import { findGroupHere } from './parts/find-group-here.server.ts'
import { planAhead, timesOf } from './parts/plan-ahead.server.ts'
import { may } from './policy.ts'

export const ChangeGroup = GroupFields.extend({ groupId: z.uuid() })

/**
 * A group's name, place or times change. When the times do, what was planned by the old ones and has not begun is called off, and the new
 * ones are planned from now on.
 */
export async function changeGroup(viewer: Viewer, input: z.input<typeof ChangeGroup>): Promise<void> {
  const { groupId, ...fields } = ChangeGroup.parse(input)
  return change(viewer, async (tx) => {
    const { organisationId } = await findGroupHere(tx, groupId)
    authorize(may.arrange, viewer, { organisationId })
    const before = await tx.supervisionGroup.findUniqueOrThrow({ where: { id: groupId } })
    await tx.supervisionGroup.updateMany({ where: { id: groupId }, data: fields })
    const hasNewTimes = before.rule !== fields.rule || before.firstAt !== fields.firstAt || before.minutes !== fields.minutes
    if (hasNewTimes) {
      const ahead = { groupId, startsAt: { gt: now() }, calledOffAt: null, opening: null }
      const times = await timesOf(tx, groupId)
      await tx.meeting.updateMany({ where: { ...ahead, plannedFor: { notIn: times } }, data: { calledOffAt: now() } })
      await tx.meeting.updateMany({ where: ahead, data: { minutes: fields.minutes, place: fields.place } })
      await planAhead(tx, groupId, { from: now() })
    }
    await record(tx, viewer, 'supervision.group-changed', { organisationId, subjectId: groupId, hasNewTimes })
  })
}
