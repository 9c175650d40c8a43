import type { Role } from '#prisma/generated/enums.ts'
import { follow, minutes, now } from '../clock.ts'
import { askAtTheDoor } from '../db/ask-at-the-door.server.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { isDemo } from '../is-demo.server.ts'
import { limitsFor, needsSecondFactor } from './limits.ts'
import { hashOfToken } from './token.server.ts'

/** How somebody stands: signed in; locked after a pause (staff); or signed in but short of the second factor their role needs. */
export type Standing = {
  viewer: Viewer
  sessionId: string
  state: 'signed-in' | 'locked' | 'second-factor'
  isShared: boolean
  /** When the page will cover itself if nothing happens, for staff. */
  locksAfter: number | null
  steppedUpAt: Date | null
  /** What proves that it is them: the second factor, or their password where no second factor is asked of them. */
  provesWith: 'second-factor' | 'password'
}

type Found = {
  now: Date; id: string; personId: string; name: string; endedAt: Date | null; expiresAt: Date; lastSeenAt: Date; lockedAt: Date | null
  secondFactorAt: Date | null; steppedUpAt: Date | null; isShared: boolean; memberships: { organisationId: string; role: Role }[]
}

/** Every request asks this, so it is one statement. */
const question = `
  SELECT app.now() AS now, s.id, s."personId", p.name, s."endedAt", s."expiresAt", s."lastSeenAt", s."lockedAt", s."secondFactorAt", s."steppedUpAt", s."isShared",
    (SELECT coalesce(json_agg(json_build_object('organisationId', m."organisationId", 'role', m.role) ORDER BY m."startsAt", m.id), '[]')
     FROM "Membership" m WHERE m."personId" = s."personId" AND app.is_current(m."startsAt", m."endsAt")) AS memberships
  FROM "Session" s JOIN "Person" p ON p.id = s."personId" WHERE s."tokenHash" = $1`

/** Who holds this token, or nobody. A session that idled out locks (staff) or ends (young people). */
export async function lookUpSession(token: string): Promise<Standing | null> {
  const session = await askAtTheDoor<Found>('look up a session', 'session', question, [hashOfToken(token)])
  if (!session) return null
  follow(session.now)
  if (session.endedAt || session.expiresAt <= now()) return null

  const roles = session.memberships.map((membership) => membership.role)
  const limits = limitsFor(roles, session.isShared)
  const idleFor = now().getTime() - session.lastSeenAt.getTime()
  const isIdle = session.lockedAt !== null || idleFor > limits.idle
  if (isIdle && !limits.locks) return null
  if (!isIdle && idleFor > minutes(1)) await seen(session.id)

  const needsMore = needsSecondFactor(roles) && !session.secondFactorAt && !isDemo()
  return {
    viewer: { id: session.personId, name: session.name, memberships: session.memberships, sessionId: session.id },
    sessionId: session.id,
    state: needsMore ? 'second-factor' : isIdle ? 'locked' : 'signed-in',
    isShared: session.isShared,
    locksAfter: limits.locks ? limits.idle : null,
    steppedUpAt: session.steppedUpAt,
    provesWith: needsSecondFactor(roles) && !isDemo() ? 'second-factor' : 'password',
  }
}

/** One write a minute is enough to know when somebody was last here. */
const seen = (sessionId: string) => atTheDoor('look up a session', (tx) =>
  tx.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { lastSeenAt: now() } }))
