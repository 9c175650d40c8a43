import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

export type MeetingAhead = {
  meetingId: string; groupName: string; startsAt: Date; minutes: number; place: string; number: number; of: number
  supervisorNames: string[]; isOpen: boolean; expected: number
}

/**
 * The next three meetings of the viewer's own groups, soonest first; one that is open now comes with them. A meeting nobody opened is over
 * two hours after its end.
 */
export const meetingsAhead = (viewer: Viewer): Promise<MeetingAhead[]> => read(viewer, (tx) => tx.$queryRaw<MeetingAhead[]>`
  SELECT m.id AS "meetingId", g.name AS "groupName", m."startsAt", m.minutes, m.place, m.number, m.of, o."meetingId" IS NOT NULL AS "isOpen",
    (SELECT coalesce(array_agg(p.name ORDER BY gm.part, p.name), '{}') FROM "GroupMember" gm JOIN "Person" p ON p.id = gm."personId"
      WHERE gm."groupId" = g.id AND gm.part <> 'mentor' AND app.is_current(gm."startsAt", gm."endsAt")) AS "supervisorNames",
    (SELECT count(*)::int FROM "GroupMember" gm WHERE gm."groupId" = g.id AND gm.part = 'mentor' AND app.is_current(gm."startsAt", gm."endsAt")) AS expected
  FROM (SELECT id, "groupId", "startsAt", minutes, place, (row_number() OVER (PARTITION BY "groupId" ORDER BY "startsAt"))::int AS number, (count(*) OVER (PARTITION BY "groupId"))::int AS of
        FROM "Meeting" WHERE "groupId" = ANY ((SELECT app.my_groups())::uuid[]) AND "calledOffAt" IS NULL) AS m
  JOIN "SupervisionGroup" g ON g.id = m."groupId" AND g."closedAt" IS NULL
  LEFT JOIN "MeetingOpening" o ON o."meetingId" = m.id
  WHERE NOT EXISTS (SELECT FROM "MeetingClosing" c WHERE c."meetingId" = m.id)
    AND (o."meetingId" IS NOT NULL OR m."startsAt" + make_interval(mins => m.minutes + 120) > ${now()})
  ORDER BY m."startsAt" LIMIT 3`)
