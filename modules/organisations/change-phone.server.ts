import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const ChangePhone = z.object({ organisationId: z.uuid(), phone: z.string().trim().regex(/^[+\d][\d ()-]{4,28}$/, 'Write the number as you would dial it.') })

/** Says which number young people and families call. It stands on every page of help, so it is one somebody answers. */
export async function changePhone(viewer: Viewer, input: z.input<typeof ChangePhone>): Promise<void> {
  const { organisationId, phone } = ChangePhone.parse(input)
  return change(viewer, async (tx) => {
    if (!(await tx.organisation.findUnique({ where: { id: organisationId } }))) throw new NotFound()
    authorize(may.arrange, viewer, organisationId)
    await tx.organisation.updateMany({ where: { id: organisationId }, data: { phone } })
    await record(tx, viewer, 'organisation.phone-changed', { organisationId, subjectId: organisationId })
  })
}
