import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const TakeBackClosedDays = z.object({ closedDaysId: z.uuid() })

/** The setting is open after all on days that were written down as closed. Pressed twice, it is open all the same. */
export async function takeBackClosedDays(viewer: Viewer, input: z.input<typeof TakeBackClosedDays>): Promise<void> {
  const { closedDaysId } = TakeBackClosedDays.parse(input)
  await change(viewer, async (tx) => {
    const days = await tx.closedDays.findUnique({ where: { id: closedDaysId } })
    if (!days) throw new NotFound()
    authorize(may.keep, viewer, days.organisationId)
    const { count } = await tx.closedDays.updateMany({ where: { id: closedDaysId, takenBackAt: null }, data: { takenBackAt: now(), takenBackById: viewer.id } })
    if (count) await record(tx, viewer, 'organisation.days-open', { organisationId: days.organisationId, subjectId: closedDaysId })
  })
}
