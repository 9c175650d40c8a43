import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { asSystem } from '../db/as-system.server.ts'
import { defineJob } from '../jobs/job.ts'

/** How many entries go in one transaction. */
const atOnce = 200

/**
 * What has lain in the bin for as long as the rule says is gone for good: the keys of the entry, of its other texts and of what was shared of it
 * are destroyed. Whoever takes an entry out of the bin in that moment is first or second, never both: the row decides.
 */
export async function purgeBin(): Promise<number> {
  let purged = 0
  for (let count = atOnce; count === atOnce; purged += count) count = await asSystem('empty the bins of the journals', async (tx) => {
    const gone = await tx.$queryRaw<{ id: string; organisationId: string }[]>`
      UPDATE "JournalEntry" SET "purgedAt" = app.now()
      WHERE id IN (SELECT e.id FROM "JournalEntry" e JOIN "RetentionRule" r ON r.what = 'journal.bin'
          WHERE e."purgedAt" IS NULL AND e."binnedAt" <= app.now() - make_interval(days => r.days) AND NOT app.person_is_held(e."organisationId", e."personId") ORDER BY e."binnedAt" LIMIT ${atOnce}::int)
        AND "purgedAt" IS NULL AND "binnedAt" <= app.now() - make_interval(days => (SELECT days FROM "RetentionRule" WHERE what = 'journal.bin'))
      RETURNING id, "organisationId"`
    const ids = gone.map(({ id }) => id)
    await tx.$executeRaw`
      DELETE FROM "RowKey" WHERE ("ofTable" = 'JournalEntry' AND "rowId" = ANY (${ids}::uuid[]))
        OR ("ofTable" = 'JournalOtherText' AND "rowId" IN (SELECT id FROM "JournalOtherText" WHERE "entryId" = ANY (${ids}::uuid[])))
        OR ("ofTable" = 'JournalShare' AND "rowId" IN (SELECT id FROM "JournalShare" WHERE "entryId" = ANY (${ids}::uuid[])))`
    for (const { id, organisationId } of gone) await record(tx, null, 'journal.purged', { organisationId, subjectId: id })
    return gone.length
  })
  return purged
}

export const purgeBinDaily = defineJob({ name: 'journals.purge-bin', data: z.object({}), policy: 'singleton', every: '17 3 * * *', work: async () => { await purgeBin() } })
