import { now } from '../clock.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden } from '../errors.ts'
import { isDemo } from '../is-demo.server.ts'
import { currentRoles } from './current-memberships.server.ts'
import { isRecent, needsSecondFactor } from './limits.ts'

/** Has this person a second factor that works? */
export async function hasSecondFactor(tx: Tx, personId: string): Promise<boolean> {
  const authenticator = await tx.authenticator.findUnique({ where: { personId }, select: { confirmedAt: true } })
  return Boolean(authenticator?.confirmedAt) || (await tx.passkey.count({ where: { personId } })) > 0
}

/**
 * A way to sign in changes only in the hands of somebody who showed within a quarter of an hour that it is them. Whoever must have a second
 * factor and has none yet may add the first one with their password alone: there is nothing else to show.
 */
export async function requireProof(tx: Tx, viewer: Viewer): Promise<{ isFirst: boolean }> {
  const session = viewer.sessionId ? await tx.session.findUnique({ where: { id: viewer.sessionId } }) : null
  if (!session || session.personId !== viewer.id || session.endedAt || session.lockedAt || session.expiresAt <= now()) throw new Forbidden('Sign in again first.')
  const isHalfway = needsSecondFactor(await currentRoles(tx, viewer.id)) && !session.secondFactorAt && !isDemo()
  if (isHalfway) {
    if (await hasSecondFactor(tx, viewer.id)) throw new Forbidden('Show your second factor first.')
    return { isFirst: true }
  }
  if (!isRecent(session.steppedUpAt, now())) throw new Forbidden('Show again that it is you, then change this.')
  return { isFirst: false }
}

/** Has this person still to choose their first second factor? The page then offers to set one up, not to show one. */
export const lacksSecondFactor = (viewer: Viewer): Promise<boolean> =>
  atTheDoor('step up', async (tx) => !(await hasSecondFactor(tx, viewer.id)))
