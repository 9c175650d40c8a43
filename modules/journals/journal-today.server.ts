import { opener } from '../crypto/seal.server.ts'
import { days, now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { titleOf } from './body.ts'
import { bodyFrom } from './parse-body.ts'

type Last = { id: string; body: Uint8Array | null; savedAt: Date; startedAt: Date; isShared: boolean }
type Share = { shareId: string; entryId: string; fromName: string; sharedAt: Date; openedAt: Date | null; answered: boolean }

/** What Today says of the journal: the entry one was writing in the last two days and has shared with nobody, and what waits to be read or answered. */
export const journalToday = (viewer: Viewer) => read(viewer, async (tx) => {
  const [last] = await tx.$queryRaw<Last[]>`
    SELECT e.id, e.body, e."savedAt", e."startedAt", EXISTS (SELECT FROM "JournalShare" s WHERE s."entryId" = e.id AND s."takenBackAt" IS NULL) AS "isShared"
    FROM "JournalEntry" e WHERE e."personId" = ${viewer.id}::uuid AND e."binnedAt" IS NULL ORDER BY e."startedAt" DESC, e.id DESC LIMIT 1`
  const isUnfinished = last !== undefined && !last.isShared && last.savedAt.getTime() > now().getTime() - days(2)
  const open = await opener(tx, 'JournalEntry', isUnfinished ? [last.id] : [])
  return {
    unfinished: isUnfinished ? { entryId: last.id, title: titleOf(bodyFrom(open(last.id, 'body', last.body))), savedAt: last.savedAt } : null,
    lastEntryAt: last?.startedAt ?? null,
    // Nothing is shared with somebody who only mentors: there is no need to look.
    sharedWithMe: viewer.memberships.some(({ role }) => role !== 'mentor') ? await sharedWith(tx, viewer) : [],
  }
})

const sharedWith = (tx: Tx, viewer: Viewer) => tx.$queryRaw<Share[]>`
  SELECT s.id AS "shareId", s."entryId", coalesce((SELECT p.name FROM "Person" p WHERE p.id = s."fromId"), 'Somebody who has left') AS "fromName", s."sharedAt", s."openedAt",
    EXISTS (SELECT FROM "JournalReply" r WHERE r."shareId" = s.id AND r."byId" = ${viewer.id}::uuid) AS answered
  FROM (SELECT * FROM "JournalShare" WHERE "withId" = ${viewer.id}::uuid AND "takenBackAt" IS NULL ORDER BY "sharedAt" DESC, id DESC LIMIT 10) s ORDER BY s."sharedAt" DESC, s.id DESC`
