import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { Columns } from './columns.ts'
import { may } from './policy.ts'
import { dateFormats, type DateFormat } from './template.ts'

export const MakeTemplate = z.object({
  id: z.uuid(), organisationId: z.uuid('Choose for which setting.'), name: z.string().trim().min(1, 'Give it a name: the awarding body’s, for one.').max(80, 'That is longer than fits here.'),
  columns: Columns, dateFormat: z.enum(Object.keys(dateFormats) as [DateFormat, ...DateFormat[]], 'Choose how dates are written.'), hasByteOrderMark: z.boolean(), needsUln: z.boolean(),
})

/** A coordinator says how an awarding body wants its table. A newer one of the same name takes its place; batches keep the one they were made with. */
export async function makeTemplate(viewer: Viewer, input: z.input<typeof MakeTemplate>): Promise<string> {
  const template = MakeTemplate.parse(input)
  const { id, organisationId } = template
  authorize(may.claim, viewer, organisationId)
  await changeOnce(viewer, async (tx) => {
    await tx.claimTemplate.createMany({ data: [{ ...template, madeById: viewer.id }] })
    await record(tx, viewer, 'claims.template-made', { organisationId, subjectId: id, columns: template.columns.length })
  }, {
    mine: (tx) => tx.claimTemplate.findFirst({ where: { id, organisationId, madeById: viewer.id } }),
    otherwise: 'That could not be kept. Load the page again, then send it again.',
  })
  return id
}
