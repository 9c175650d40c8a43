import pg from 'pg'
import { databaseUrl } from '#modules/db/clients.server.ts'
import { placeOf } from '#modules/db/roles.server.ts'

/** One entry with what hangs on it, so many days ago. Deeds happen now, whoever does them; only the owner of a new demo may date them back. */
export async function dateBack(entries: readonly { entryId: string; days: number }[]) {
  const owner = new pg.Client(placeOf(databaseUrl(), 'owner'))
  await owner.connect()
  try {
    for (const { entryId, days } of entries) {
      // An afternoon in the setting's own time: nobody in the demo writes at night.
      const at = `((date_trunc('day', app.now() AT TIME ZONE 'Europe/London') - make_interval(days => $2) + time '16:10') AT TIME ZONE 'Europe/London')`
      await owner.query(`UPDATE "JournalEntry" SET "startedAt" = ${at}, "savedAt" = ${at} + interval '14 minutes' WHERE id = $1`, [entryId, days])
      await owner.query(`UPDATE "JournalShare" SET "sharedAt" = ${at} + interval '17 minutes', "openedAt" = CASE WHEN "openedAt" IS NOT NULL THEN ${at} + interval '17 hours' END WHERE "entryId" = $1`, [entryId, days])
      await owner.query(`UPDATE "JournalReply" r SET at = ${at} + interval '17 hours 9 minutes' FROM "JournalShare" s WHERE s.id = r."shareId" AND s."entryId" = $1`, [entryId, days])
    }
  } finally {
    await owner.end()
  }
}
