import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { Conflict } from '../errors.ts'
import { askTheSchool } from './parts/ask-the-school.server.ts'
import { themself } from './parts/themself.ts'
import { linkSchool } from './link-school.server.ts'
import type { Standing } from './look-up-session.server.ts'
import { openSession } from './open-session.server.ts'
import { renewSession } from './renew-session.server.ts'
import type { Where } from './sign-in.server.ts'
import { takeUpBySchool } from './take-up-by-school.server.ts'

type Back = { providerId: string; ceremonyId: string; address: URL }

/**
 * Somebody comes back from their school's sign-in. They are known by issuer and the issuer's own id for them, never by an e-mail address;
 * somebody unknown is nobody until they link it themself, signed in another way, or take up an invitation with it.
 */
export async function finishSchoolSignIn({ providerId, ceremonyId, address }: Back, where: Where, standing: Standing | null): Promise<{ token: string | null; next: string }> {
  const { way, provider, subject, hasSecondFactor } = await askTheSchool(providerId, ceremonyId, address)
  const secondFactorAt = hasSecondFactor ? now() : undefined
  if (way.errand === 'link') {
    if (!standing || standing.state !== 'signed-in' || standing.viewer.id !== way.personId) throw new Conflict('Sign in again first, then link it.')
    await linkSchool(standing.viewer, { providerId, subject })
    return { token: null, next: way.next }
  }

  const known = await atTheDoor('answer a school sign-in', (tx) => tx.externalIdentity.findUnique({ where: { providerId_subject: { providerId, subject } } }))
  if (way.errand === 'prove') {
    if (!standing || known?.personId !== standing.viewer.id || standing.viewer.id !== way.personId) throw new Conflict('That is not the account you signed in with.')
    if (standing.provesWith === 'second-factor' && !hasSecondFactor) throw new Conflict('Your role needs a second factor. Show that one, please.')
    return { token: await atTheDoor('step up', (tx) => renewSession(tx, standing.sessionId, { secondFactorAt })), next: way.next }
  }

  const personId = way.errand === 'invitation' && !known ? await takeUpBySchool({ invitation: way.invitation, provider, subject }) : known?.personId
  if (!personId) throw new Conflict(`Belay does not know your account at ${provider.name} yet. Sign in with your name and password, then link it under Account. If you are new, ask for an invitation.`)
  return atTheDoor('answer a school sign-in', async (tx) => {
    const token = await openSession(tx, personId, { method: 'sso', isShared: way.isShared === 'yes', device: where.device, secondFactorAt })
    await record(tx, themself(personId), 'identity.signed-in', { subjectId: personId, method: 'sso', providerId })
    return { token, next: way.next }
  })
}
