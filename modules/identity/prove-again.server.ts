import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { checkPasskey } from './check-passkey.server.ts'
import { isInSafeguarding } from './limits.ts'
import type { Standing } from './look-up-session.server.ts'
import { PasskeyUsed } from './passkey-answer.ts'
import { isPassword } from './password-hash.server.ts'
import { renewSession } from './renew-session.server.ts'
import { countTry, forgetTries } from './tries.server.ts'
import { useCode } from './use-code.server.ts'

export const Proof = z.discriminatedUnion('with', [
  z.object({ with: z.literal('password'), password: z.string().min(1, 'Write your password.').max(200) }),
  z.object({ with: z.literal('code'), code: z.string().trim().min(6, 'Write the whole code.').max(40) }),
  z.object({ with: z.literal('passkey'), ceremonyId: z.uuid(), answer: PasskeyUsed }),
])

/**
 * Somebody shows again that it is them: after signing in with a password, after a pause, or before the safeguarding area. The session goes
 * on under a new token. Null when it does not fit. Where the role needs a second factor, a password is not enough (in the demo it is).
 */
export async function proveAgain(standing: Standing, input: z.input<typeof Proof>, { address }: { address: string }): Promise<{ token: string } | null> {
  const proof = Proof.parse(input)
  const { viewer, sessionId } = standing
  await countTry('second-factor', viewer.id, address)
  if (proof.with === 'password' && standing.provesWith !== 'password') return null

  if (proof.with === 'password') {
    const kept = await atTheDoor('step up', (tx) => tx.password.findUnique({ where: { personId: viewer.id } }))
    if (!(await isPassword(kept?.hash, proof.password))) return null
  }
  if (proof.with === 'passkey') {
    const checked = await checkPasskey('step up', { ceremonyId: proof.ceremonyId, answer: proof.answer, personId: viewer.id })
    if (!checked || (!checked.isVerified && (await mustBeVerified(standing)))) return null
  }
  const proved = await atTheDoor('step up', async (tx) => {
    const used = proof.with === 'code' ? await useCode(tx, viewer.id, proof.code) : proof.with
    if (!used) return null
    await record(tx, viewer, 'identity.proved-again', { subjectId: viewer.id, with: used })
    return { token: await renewSession(tx, sessionId, { secondFactorAt: proof.with === 'password' ? undefined : now() }) }
  })
  if (proved) await forgetTries('second-factor', viewer.id, address)
  return proved
}

/** A passkey alone is two factors only if the device asked who is holding it; beside a password, having it is the second. */
async function mustBeVerified({ viewer, sessionId }: Standing): Promise<boolean> {
  if (isInSafeguarding(viewer.memberships.map(({ role }) => role))) return true
  const session = await atTheDoor('step up', (tx) => tx.session.findUnique({ where: { id: sessionId }, select: { method: true } }))
  return session?.method !== 'password'
}
