import pg from 'pg'
import { databaseUrl } from '#modules/db/clients.server.ts'

const times: Record<string, readonly string[]> = {
  MeetingOpening: ['at'], MeetingClosing: ['at'], Seat: ['takenAt', 'heldUntil', 'leftAt'], AgendaItem: ['startedAt', 'endedAt'], Turn: ['askedAt', 'startedAt', 'endedAt'],
  CheckIn: ['at'], RegisterMark: ['markedAt'], KeptNote: ['at'], SafetyReminder: ['at'], Observation: ['savedAt'], QuietSignal: ['at', 'answeredAt'],
}

/**
 * The demo's past: a meeting was held by the deeds themselves a moment ago, and is now dated back, as the database's administrator, because no
 * runtime role may change when something happened. `heldFor`: seats that stay held while nobody has a page open, so that the meeting that is
 * open now is there to be walked into.
 */
export async function dateBack(meetingId: string, ms: number, { heldFor }: { heldFor?: number } = {}): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl() })
  await client.connect()
  try {
    const ago = `${Math.round(ms / 1000)} seconds`
    for (const [table, columns] of Object.entries(times))
      await client.query(`UPDATE "${table}" SET ${columns.map((column) => `"${column}" = "${column}" - $2::interval`).join(', ')} WHERE "meetingId" = $1`, [meetingId, ago])
    await client.query(`UPDATE "Act" SET at = at - $2::interval WHERE kind LIKE 'supervision.%' AND "subjectId" = $1`, [meetingId, ago])
    if (heldFor) await client.query(`UPDATE "Seat" SET "heldUntil" = app.now() + $2::interval WHERE "meetingId" = $1 AND "leftAt" IS NULL`, [meetingId, `${Math.round(heldFor / 1000)} seconds`])
  } finally {
    await client.end()
  }
}

/** All that a learner did in their units happened that much earlier. */
export async function dateLearningBack(personId: string, ms: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl() })
  await client.connect()
  try {
    const ago = `${Math.round(ms / 1000)} seconds`
    await client.query('UPDATE "CardAnswer" SET "answeredAt" = "answeredAt" - $2::interval WHERE "progressId" IN (SELECT id FROM "UnitProgress" WHERE "personId" = $1)', [personId, ago])
    await client.query('UPDATE "UnitProgress" SET "startedAt" = "startedAt" - $2::interval, "movedAt" = "movedAt" - $2::interval, "finishedAt" = "finishedAt" - $2::interval WHERE "personId" = $1', [personId, ago])
    await client.query(`UPDATE "Act" SET at = at - $2::interval WHERE kind LIKE 'learning.%' AND "subjectId" = $1`, [personId, ago])
  } finally {
    await client.end()
  }
}
