import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

const asked = 'Write a number of days, from 7 to 60.'
export const SetSupervisionDays = z.object({ organisationId: z.uuid(), days: z.coerce.number(asked).int(asked).min(7, asked).max(60, asked) })

/** Says after how many open days without supervision a mentor stands on Today. A fortnight unless a setting says otherwise (SUP-01). */
export async function setSupervisionDays(viewer: Viewer, input: z.input<typeof SetSupervisionDays>): Promise<void> {
  const { organisationId, days } = SetSupervisionDays.parse(input)
  return change(viewer, async (tx) => {
    if (!(await tx.organisation.findUnique({ where: { id: organisationId } }))) throw new NotFound()
    authorize(may.arrange, viewer, organisationId)
    await tx.organisation.updateMany({ where: { id: organisationId }, data: { supervisionDays: days } })
    await record(tx, viewer, 'organisation.supervision-days-set', { organisationId, subjectId: organisationId, days })
  })
}
