import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { findGroupHere } from './parts/find-group-here.server.ts'
import { planAhead } from './parts/plan-ahead.server.ts'
import { may } from './policy.ts'

/** Plans a group's meetings ahead, as its rule and the terms have them. Doing it again adds only what is new. */
export async function planMeetings(viewer: Viewer, groupId: string): Promise<number> {
  const id = z.uuid().parse(groupId)
  return change(viewer, async (tx) => {
    const group = await findGroupHere(tx, id)
    authorize(may.arrange, viewer, group)
    const planned = await planAhead(tx, id)
    if (planned > 0) await record(tx, viewer, 'supervision.meetings-planned', { organisationId: group.organisationId, subjectId: id, planned })
    return planned
  })
}
