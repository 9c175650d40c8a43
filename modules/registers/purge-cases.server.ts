import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { asSystem } from '../db/as-system.server.ts'
import { defineJob } from '../jobs/job.ts'

/** Cases that ended as long ago as the rule says are taken away whole: their words, their keys and that there was one about somebody. */
export async function purgeCases(): Promise<number> {
  return asSystem('take away cases of malpractice that were kept long enough', async (tx) => {
    const old = await tx.$queryRaw<{ id: string; organisationId: string }[]>`
      SELECT e."caseId" AS id, e."organisationId" FROM "MalpracticeEnd" e JOIN "RetentionRule" r ON r.what = 'accreditation.malpractice'
      JOIN "MalpracticeCase" c ON c.id = e."caseId"
      WHERE e.at <= app.now() - make_interval(days => r.days) AND NOT app.person_is_held(c."organisationId", c."aboutId") ORDER BY e.at LIMIT 500`
    const ids = old.map(({ id }) => id)
    await tx.$executeRaw`
      DELETE FROM "RowKey" WHERE ("ofTable" = 'MalpracticeCase' AND "rowId" = ANY (${ids}::uuid[]))
        OR ("ofTable" = 'MalpracticeNote' AND "rowId" IN (SELECT id FROM "MalpracticeNote" WHERE "caseId" = ANY (${ids}::uuid[])))
        OR ("ofTable" = 'MalpracticeEnd' AND "rowId" IN (SELECT id FROM "MalpracticeEnd" WHERE "caseId" = ANY (${ids}::uuid[])))`
    await tx.malpracticeNote.deleteMany({ where: { caseId: { in: ids } } })
    await tx.malpracticeEnd.deleteMany({ where: { caseId: { in: ids } } })
    await tx.malpracticeCase.deleteMany({ where: { id: { in: ids } } })
    for (const { id, organisationId } of old) await record(tx, null, 'registers.malpractice-purged', { organisationId, subjectId: id })
    return old.length
  })
}

export const purgeCasesDaily = defineJob({ name: 'registers.purge-cases', data: z.object({}), policy: 'singleton', every: '37 3 * * *', work: async () => { await purgeCases() } })
