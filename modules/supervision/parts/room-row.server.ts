import type { GroupPart, Mark } from '#prisma/generated/enums.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { AgendaKind } from '../agenda.ts'

/** Times are ISO strings and sealed words base64 here: the row comes as JSON. */
export type RoomRow = {
  id: string; groupId: string; organisationId: string; groupName: string; callAddress: string | null; timeZone: string; number: number; of: number
  startsAt: Date; minutes: number; place: string; itemId: string | null; calledOffAt: Date | null; openedAt: Date | null; closedAt: Date | null
  overrideReason: Uint8Array | null; standbyId: string | null; part: GroupPart | null
  names: Record<string, string>
  members: { personId: string; part: GroupPart; heldUntil: string | null; leftAt: string | null; until: string | null; isCurrent: boolean }[]
  gaps: { since: string; until: string | null }[]
  items: { id: string; kind: AgendaKind; title: string; minutes: number; addedMinutes: number; startedAt: string | null; endedAt: string | null; forId: string | null }[]
  turns: { id: string; personId: string; startedAt: string | null }[]
  checkIns: { id: string; personId: string; scale: number | null; word: string | null }[]
  kept: { id: string; byId: string; words: string }[]
  reminder: { byId: string; at: string } | null
  signals: { id: string; fromId: string; at: string; answeredById: string | null }[]
  observations: { id: string; mentorId: string; byId: string; words: string; revision: number; savedAt: string }[]
  marks: { personId: string; mark: Mark; byRoom: boolean }[]
  missedLast: string[]
}

/**
 * Everything a room's page shows, in one query as this viewer: the policies leave out what is not theirs (a mentor's row has no signal but
 * their own, no observation, no mark but their own). Five hundred pages may ask at once.
 */
export async function findRoomRow(tx: Tx, meetingId: string): Promise<RoomRow | undefined> {
  const [row] = await tx.$queryRaw<RoomRow[]>`
    SELECT m.id, m."groupId", m."organisationId", g.name AS "groupName", g."callAddress", org."timeZone", m."startsAt", m.minutes, m.place, m."itemId", m."calledOffAt",
      o.at AS "openedAt", o."overrideReason", o."standbyId", c.at AS "closedAt", mine.part,
      (SELECT count(*)::int FROM "Meeting" b WHERE b."groupId" = g.id AND b."calledOffAt" IS NULL AND b."startsAt" <= m."startsAt") AS number,
      (SELECT count(*)::int FROM "Meeting" b WHERE b."groupId" = g.id AND b."calledOffAt" IS NULL) AS of,
      (SELECT coalesce(jsonb_object_agg(p.id, p.name), '{}') FROM "Person" p WHERE p.id = o."standbyId" OR p.id IN (SELECT x."personId" FROM "GroupMember" x WHERE x."groupId" = g.id)) AS names,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', x."personId", 'part', x.part, 'heldUntil', s."heldUntil", 'leftAt', s."leftAt", 'isCurrent', app.is_current(x."startsAt", x."endsAt"),
          'until', CASE WHEN s."personId" IS NOT NULL THEN least(coalesce(s."leftAt", s."heldUntil"), x."endsAt", CASE WHEN x.part <> 'mentor' THEN app.part_ends(x."personId", x."organisationId", x.part) END) END)), '[]')
        FROM "GroupMember" x LEFT JOIN "Seat" s ON s."meetingId" = m.id AND s."personId" = x."personId"
        WHERE x."groupId" = g.id AND (s."personId" IS NOT NULL OR app.is_current(x."startsAt", x."endsAt"))) AS members,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('since', a.since, 'until', a.until) ORDER BY a.since), '[]') FROM "AdultGap" a WHERE a."meetingId" = m.id) AS gaps,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'kind', i.kind, 'title', i.title, 'minutes', i.minutes, 'addedMinutes', i."addedMinutes", 'startedAt', i."startedAt", 'endedAt', i."endedAt", 'forId', i."forId") ORDER BY i.position), '[]')
        FROM "AgendaItem" i WHERE i."meetingId" = m.id) AS items,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'personId', t."personId", 'startedAt', t."startedAt") ORDER BY t."askedAt", t.id), '[]') FROM "Turn" t WHERE t."meetingId" = m.id AND t."endedAt" IS NULL) AS turns,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'personId', k."personId", 'scale', k.scale, 'word', encode(k.word, 'base64')) ORDER BY k.at), '[]') FROM "CheckIn" k WHERE k."meetingId" = m.id) AS "checkIns",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'byId', k."byId", 'words', encode(k.words, 'base64')) ORDER BY k.at, k.id), '[]') FROM "KeptNote" k WHERE k."meetingId" = m.id AND k."removedAt" IS NULL) AS kept,
      (SELECT jsonb_build_object('byId', r."byId", 'at', r.at) FROM "SafetyReminder" r WHERE r."meetingId" = m.id) AS reminder,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'fromId', q."fromId", 'at', q.at, 'answeredById', q."answeredById") ORDER BY q.at DESC), '[]') FROM "QuietSignal" q WHERE q."meetingId" = m.id) AS signals,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'mentorId', n."mentorId", 'byId', n."byId", 'words', encode(n.words, 'base64'), 'revision', n.revision, 'savedAt', n."savedAt") ORDER BY n."savedAt"), '[]')
        FROM "Observation" n WHERE n."meetingId" = m.id) AS observations,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', r."personId", 'mark', r.mark, 'byRoom', r."markedById" IS NULL)), '[]')
        FROM (SELECT DISTINCT ON ("personId") * FROM "RegisterMark" WHERE "meetingId" = m.id ORDER BY "personId", "markedAt" DESC, id DESC) r) AS marks,
      (SELECT coalesce(array_agg(r."personId"), '{}') FROM (
          SELECT DISTINCT ON (x."personId") x."personId", x.mark FROM "RegisterMark" x
          WHERE x."meetingId" = (SELECT b.id FROM "Meeting" b JOIN "MeetingClosing" bc ON bc."meetingId" = b.id WHERE b."groupId" = g.id AND b."startsAt" < m."startsAt" ORDER BY b."startsAt" DESC LIMIT 1)
          ORDER BY x."personId", x."markedAt" DESC, x.id DESC) r WHERE r.mark IN ('absent', 'excused')) AS "missedLast"
    FROM "Meeting" m JOIN "SupervisionGroup" g ON g.id = m."groupId" JOIN "Organisation" org ON org.id = m."organisationId"
    LEFT JOIN "MeetingOpening" o ON o."meetingId" = m.id LEFT JOIN "MeetingClosing" c ON c."meetingId" = m.id
    LEFT JOIN LATERAL (SELECT x.part FROM "GroupMember" x WHERE x."groupId" = m."groupId" AND x."personId" = (SELECT app.viewer())
      AND app.is_current(x."startsAt", x."endsAt") AND app.may_hold_part(x."personId", x."organisationId", x.part) ORDER BY x.part DESC LIMIT 1) mine ON true
    WHERE m.id = ${meetingId}::uuid`
  return row
}
