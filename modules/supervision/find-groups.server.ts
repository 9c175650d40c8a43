import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import type { GroupPart } from '#prisma/generated/enums.ts'
import { holds } from '../policy.ts'

export type GroupRow = {
  groupId: string; name: string; place: string; organisationId: string; organisationName: string; timeZone: string
  /** What the viewer is in it; null for those who arrange it. */
  part: GroupPart | null
  supervisorNames: string[]; mentors: number
  next: { meetingId: string; startsAt: Date; isOpen: boolean } | null
  mayArrange: boolean
}

type Found = Omit<GroupRow, 'next' | 'mayArrange'> & { next: { meetingId: string; startsAt: string; isOpen: boolean } | null }

/** The supervision groups this viewer is in or arranges, each with what comes next. */
export const findGroups = (viewer: Viewer): Promise<GroupRow[]> => read(viewer, async (tx) => {
  const found = await tx.$queryRaw<Found[]>`
    SELECT g.id AS "groupId", g.name, g.place, g."organisationId", org.name AS "organisationName", org."timeZone",
      (SELECT x.part FROM "GroupMember" x WHERE x."groupId" = g.id AND x."personId" = (SELECT app.viewer()) AND g.id = ANY ((SELECT app.my_groups())::uuid[]) AND app.is_current(x."startsAt", x."endsAt") LIMIT 1) AS part,
      (SELECT coalesce(array_agg(p.name ORDER BY x.part, p.name), '{}') FROM "GroupMember" x JOIN "Person" p ON p.id = x."personId" WHERE x."groupId" = g.id AND x.part <> 'mentor' AND app.is_current(x."startsAt", x."endsAt")) AS "supervisorNames",
      (SELECT count(*)::int FROM "GroupMember" x WHERE x."groupId" = g.id AND x.part = 'mentor' AND app.is_current(x."startsAt", x."endsAt")) AS mentors,
      (SELECT jsonb_build_object('meetingId', m.id, 'startsAt', m."startsAt", 'isOpen', o."meetingId" IS NOT NULL) FROM "Meeting" m LEFT JOIN "MeetingOpening" o ON o."meetingId" = m.id
        WHERE m."groupId" = g.id AND m."calledOffAt" IS NULL AND NOT EXISTS (SELECT FROM "MeetingClosing" c WHERE c."meetingId" = m.id)
          AND (o."meetingId" IS NOT NULL OR m."startsAt" + make_interval(mins => m.minutes + 120) > ${now()}) ORDER BY m."startsAt" LIMIT 1) AS next
    FROM "SupervisionGroup" g JOIN "Organisation" org ON org.id = g."organisationId" WHERE g."closedAt" IS NULL ORDER BY org.name, g.name LIMIT 200`
  return found.map((group) => ({
    ...group, next: group.next && { ...group.next, startsAt: new Date(group.next.startsAt) }, mayArrange: holds(viewer, group.organisationId, 'coordinator', 'youth_worker'),
  }))
})
