import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const EndAbsence = z.object({ absenceId: z.uuid() })

/** Somebody is back before the time they had said, or does not go. Pressed twice, they are back all the same. */
export async function endAbsence(viewer: Viewer, input: z.input<typeof EndAbsence>): Promise<void> {
  const { absenceId } = EndAbsence.parse(input)
  await change(viewer, async (tx) => {
    const absence = await tx.absence.findUnique({ where: { id: absenceId } })
    if (!absence) throw new NotFound()
    authorize(may.planDuty, viewer, absence.organisationId, absence.personId)
    if (absence.endsAt <= now() || absence.endedById) return
    const { count } = await tx.absence.updateMany({ where: { id: absenceId, endedById: null }, data: { endsAt: absence.startsAt > now() ? absence.startsAt : now(), endedById: viewer.id } })
    if (count) await record(tx, viewer, 'absence.ended', { organisationId: absence.organisationId, subjectId: absence.personId })
  })
}
