import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

/** `raisedAt`: when it was raised, or a concern about an adult handed on; who handed one on is not said. */
export type Due = { subjectId: string; organisationId: string; organisationName: string; rule: string; dueAt: Date; raisedAt: Date; raisedByName: string | null; endedAt: Date | null; isHeld: boolean; isAsked: boolean; keptUntil: Date | null }

/** What is due to go and waits for somebody's word, the longest due first; what is held, or asked for already, after the rest. Never what it says. */
export const whatIsDue = (viewer: Viewer, { take = 50 }: { take?: number } = {}): Promise<Due[]> => read(viewer, (tx) => tx.$queryRaw<Due[]>`
  SELECT t."subjectId", t."organisationId", coalesce(o.name, 'A setting') AS "organisationName", t.rule, t."dueAt", coalesce(c."raisedAt", a."sharedAt") AS "raisedAt", (SELECT p.name FROM "Person" p WHERE p.id = c."raisedById") AS "raisedByName", t."isHeld",
    coalesce((SELECT max(e.at) FROM "ChronologyEntry" e WHERE e."concernId" = c.id AND e.kind IN ('closed', 'signed', 'duplicate', 'transferred')), (SELECT max(l.at) FROM "AdultLine" l WHERE l."adultConcernId" = a.id AND l.kind IN ('closed', 'signed'))) AS "endedAt",
    EXISTS (SELECT FROM "DestructionItem" i WHERE i."subjectId" = t."subjectId" AND NOT i."isKept") AS "isAsked",
    (SELECT k."untilDay" FROM "KeptLonger" k WHERE k."subjectId" = t."subjectId" ORDER BY k.at DESC LIMIT 1) AS "keptUntil"
  FROM app.due() t LEFT JOIN "Concern" c ON c.id = t."subjectId" LEFT JOIN "AdultConcern" a ON a.id = t."subjectId" LEFT JOIN "Organisation" o ON o.id = t."organisationId"
  ORDER BY t."isHeld" OR EXISTS (SELECT FROM "DestructionItem" i WHERE i."subjectId" = t."subjectId" AND NOT i."isKept"), t.rule, t."dueAt", t."subjectId" LIMIT ${take}`)

/** When the next concern that is kept will be due, at the earliest; null where none is kept. */
export const nextDue = (viewer: Viewer): Promise<Date | null> => read(viewer, async (tx) => {
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT min(c."raisedAt") + make_interval(days => (SELECT r.days FROM "RetentionRule" r WHERE r.what = 'safeguarding.concern')) AS at
    FROM "Concern" c JOIN "ChronologyHead" h ON h."concernId" = c.id WHERE h.state IN ('closed', 'duplicate', 'transferred') AND c."organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[])`
  return row?.at ?? null
})
