import { minutes, now } from '../clock.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { isDemo } from '../is-demo.server.ts'
import { currentMemberships } from './current-memberships.server.ts'
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
}

/** Who holds this token, or nobody. A session that idled out locks (staff) or ends (young people). */
export function lookUpSession(token: string): Promise<Standing | null> {
  return atTheDoor('look up a session', async (tx) => {
    const session = await tx.session.findUnique({ where: { tokenHash: hashOfToken(token) }, include: { person: { select: { id: true, name: true } } } })
    if (!session || session.endedAt || session.expiresAt <= now()) return null

    const memberships = await currentMemberships(tx, session.personId)
    const roles = memberships.map((membership) => membership.role)
    const limits = limitsFor(roles, session.isShared)
    const idleFor = now().getTime() - session.lastSeenAt.getTime()
    const isIdle = idleFor > limits.idle
    if (isIdle && !limits.locks) return null
    // One write a minute is enough to know when somebody was last here.
    if (!isIdle && idleFor > minutes(1)) await tx.session.updateMany({ where: { id: session.id, endedAt: null }, data: { lastSeenAt: now() } })

    const needsMore = needsSecondFactor(roles) && !session.secondFactorAt && !isDemo()
    return {
      viewer: { id: session.personId, name: session.person.name, memberships, sessionId: session.id },
      sessionId: session.id,
      state: needsMore ? 'second-factor' : isIdle ? 'locked' : 'signed-in',
      isShared: session.isShared,
      locksAfter: limits.locks ? limits.idle : null,
      steppedUpAt: session.steppedUpAt,
    }
  })
}
