import type { GroupPart } from '#prisma/generated/enums.ts'
import { now } from '../../clock.ts'
import type { Tx } from '../../db/transaction.server.ts'
import { NotFound } from '../../errors.ts'
import { stateOf, type RoomFacts, type RoomState } from '../states.ts'
import type { AdultLease } from '../two-adults.ts'

export type Room = RoomFacts & {
  id: string
  groupId: string
  organisationId: string
  startsAt: Date
  minutes: number
  itemId: string | null
  /** What the viewer is in its group now; null for those who only arrange it. */
  part: GroupPart | null
  state: RoomState
}

type Found = Omit<Room, 'adults' | 'gaps' | 'state'> & {
  adults: { personId: string; name: string; part: AdultLease['part']; until: string | null }[]
  gaps: { since: string; until: string | null }[]
}

/**
 * What decides about a room, for a deed, in one query as this viewer. An adult's lease ends with their place and their role, whatever the
 * page says. `lock`: one change to the room's course at a time (supervisors only).
 */
export async function findRoomFacts(tx: Tx, meetingId: string, { lock = false }: { lock?: boolean } = {}): Promise<Room> {
  if (lock) await tx.$queryRaw`SELECT id FROM "Meeting" WHERE id = ${meetingId}::uuid FOR UPDATE`
  const [found] = await tx.$queryRaw<Found[]>`
    SELECT m.id, m."groupId", m."organisationId", m."startsAt", m.minutes, m."itemId", m."calledOffAt", o.at AS "openedAt", c.at AS "closedAt",
      o."overrideReason" IS NOT NULL AS "hasOverride",
      (SELECT g.part FROM "GroupMember" g WHERE g."groupId" = m."groupId" AND g."personId" = (SELECT app.viewer())
        AND app.is_current(g."startsAt", g."endsAt") AND app.may_hold_part(g."personId", g."organisationId", g.part) ORDER BY g.part DESC LIMIT 1) AS part,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', g."personId", 'name', p.name, 'part', g.part,
          'until', CASE WHEN s."personId" IS NOT NULL THEN least(coalesce(s."leftAt", s."heldUntil"), g."endsAt", app.part_ends(g."personId", g."organisationId", g.part)) END)), '[]')
        FROM "GroupMember" g JOIN "Person" p ON p.id = g."personId" LEFT JOIN "Seat" s ON s."meetingId" = m.id AND s."personId" = g."personId"
        WHERE g."groupId" = m."groupId" AND g.part <> 'mentor' AND (s."personId" IS NOT NULL OR app.is_current(g."startsAt", g."endsAt"))) AS adults,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('since', a.since, 'until', a.until) ORDER BY a.since), '[]') FROM "AdultGap" a WHERE a."meetingId" = m.id) AS gaps
    FROM "Meeting" m LEFT JOIN "MeetingOpening" o ON o."meetingId" = m.id LEFT JOIN "MeetingClosing" c ON c."meetingId" = m.id
    WHERE m.id = ${meetingId}::uuid`
  if (!found) throw new NotFound()
  const facts = { ...found, adults: leases(found.adults), gaps: found.gaps.map((gap) => ({ since: new Date(gap.since), until: gap.until ? new Date(gap.until) : null })) }
  return { ...facts, state: stateOf(facts, now()) }
}

export const leases = (found: Found['adults']): AdultLease[] => found.map((adult) => ({ ...adult, until: adult.until === null ? null : new Date(adult.until) }))
