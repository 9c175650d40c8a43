import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { rolesFor } from '../cohorts/roles-for.ts'
import { change } from '../db/change.server.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { refuseIfUnvetted } from '../vetting/refuse-if-unvetted.server.ts'
import { findSitting } from './parts/find-sitting.server.ts'
import { keepTexts } from './parts/texts.server.ts'
import { may } from './policy.ts'
import { runSheet, textsNow } from './run-sheet.server.ts'

export const OpenTeaching = z.object({ sessionId: z.uuid() })

/** A trainer opens the teaching of a sitting: they lead, the room is at the first step, and the learners hear of it. */
export async function openTeaching(viewer: Viewer, input: z.input<typeof OpenTeaching>): Promise<void> {
  const { sessionId } = OpenTeaching.parse(input)
  return change(viewer, async (tx) => {
    const sitting = await findSitting(tx, viewer, sessionId)
    authorize(may.teach, viewer, sitting)
    if (sitting.calledOffAt) throw new Conflict('This sitting was called off when the course was closed.')
    if (sitting.opened?.byId === viewer.id) return
    const { organisationId } = sitting
    await refuseIfUnvetted(tx, viewer, { organisationId, personId: viewer.id, roles: rolesFor.mentors.trainer })
    const now = textsNow({ courseId: sitting.cohort.courseId, covers: sitting.covers })
    runSheet(now, sitting.cohort.pattern)
    const texts = await keepTexts(tx, now)
    await once(() => tx.teaching.createMany({ data: [{ sessionId, organisationId, openedById: viewer.id, texts }] }), 'A colleague has just opened it. The page shows where you are.')
    await tx.teachingLead.createMany({ data: [{ sessionId, organisationId, number: 1, byId: viewer.id }] })
    await tx.teachingMove.createMany({ data: [{ sessionId, organisationId, number: 1, kind: 'step', place: 0, byId: viewer.id }] })
    await record(tx, viewer, 'teaching.opened', { organisationId, subjectId: sessionId })
    for (const { personId } of await tx.cohortMember.findMany({ where: { cohortId: sitting.cohortId, leftAt: null, placedAt: { not: null } }, select: { personId: true } }))
      await tell(tx, `person:${personId}`, 'teaching:opened', { sessionId })
  })
}
