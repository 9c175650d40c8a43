import pg from 'pg'
import { databaseUrl } from '#modules/db/clients.server.ts'
import { placeOf } from '#modules/db/roles.server.ts'

/** One entry with what hangs on it, so many days ago. Deeds happen now, whoever does them; only the owner of a new demo may date them back. */
export async function dateBack(entries: readonly { entryId: string; days: number }[]) {
  const owner = new pg.Client(placeOf(databaseUrl(), 'owner'))
  await owner.connect()
  try {
    for (const { entryId, days } of entries) {
      const ago = `${days} days`
      await owner.query(`UPDATE "JournalEntry" SET "startedAt" = "startedAt" - $2::interval - interval '12 minutes', "savedAt" = "savedAt" - $2::interval WHERE id = $1`, [entryId, ago])
      await owner.query(`UPDATE "JournalShare" SET "sharedAt" = "sharedAt" - $2::interval + interval '5 minutes', "openedAt" = "openedAt" - $2::interval + interval '20 hours' WHERE "entryId" = $1`, [entryId, ago])
      await owner.query(`UPDATE "JournalReply" r SET at = r.at - $2::interval + interval '20 hours 10 minutes' FROM "JournalShare" s WHERE s.id = r."shareId" AND s."entryId" = $1`, [entryId, ago])
    }
  } finally {
    await owner.end()
  }
}
