import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { registerNews } from './events.ts'
import { may } from './policy.ts'

export const ReportMalpractice = z.object({
  id: z.uuid(), organisationId: z.uuid('Choose where.'), aboutId: z.uuid('Choose whom it is about.'),
  words: z.string().trim().min(1, 'Write what you saw, and when.').max(8000, 'That is longer than fits here.'),
})

/** Somebody who works with assessment writes down what may not have been right. The head and the quality assurers look into it; whom it is about never reads it here. */
export async function reportMalpractice(viewer: Viewer, input: z.input<typeof ReportMalpractice>): Promise<void> {
  const { id, organisationId, aboutId, words } = ReportMalpractice.parse(input)
  await once(() => change(viewer, async (tx) => {
    authorize(may.report, viewer, { organisationId, aboutId })
    if (await tx.malpracticeCase.findFirst({ where: { id, reportedById: viewer.id } })) return
    const [asked] = await tx.$queryRaw<{ belongs: boolean }[]>`SELECT app.belongs_to(${aboutId}::uuid, ${organisationId}::uuid) AS belongs`
    if (!asked!.belongs) throw new NotFound()
    const seal = await sealNew(tx, { table: 'MalpracticeCase', id, organisationId })
    await tx.malpracticeCase.createMany({ data: [{ id, organisationId, aboutId, words: seal('words', words), reportedById: viewer.id }] })
    // The act names the case and not the person: who may read acts need not be who may read this.
    await record(tx, viewer, 'registers.malpractice-reported', { organisationId, subjectId: id })
    const keepers = await tx.$queryRaw<{ id: string }[]>`SELECT unnest(app.keepers_of_case(${id}::uuid)) AS id`
    for (const keeper of keepers) if (keeper.id !== viewer.id) await tell(tx, `person:${keeper.id}`, registerNews.reported, { caseId: id })
  }), 'That could not be kept. Load the page again, then send it again.')
}
