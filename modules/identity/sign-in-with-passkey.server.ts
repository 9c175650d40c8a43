import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { checkPasskey } from './check-passkey.server.ts'
import { openSession } from './open-session.server.ts'
import { PasskeyUsed } from './passkey-answer.ts'
import { themself } from './parts/themself.ts'
import type { Where } from './sign-in.server.ts'

export const SignInWithPasskey = z.object({ ceremonyId: z.uuid(), answer: PasskeyUsed, isShared: z.boolean().default(false) })

/** Somebody signs in with a passkey. When their device asked who is holding it, that is both factors at once. Null when it does not fit. */
export async function signInWithPasskey(input: z.input<typeof SignInWithPasskey>, where: Where): Promise<{ token: string; personId: string } | null> {
  const { ceremonyId, answer, isShared } = SignInWithPasskey.parse(input)
  const checked = await checkPasskey('sign in', { ceremonyId, answer, personId: null })
  if (!checked) return null
  const { personId, isVerified } = checked
  return atTheDoor('sign in', async (tx) => {
    const token = await openSession(tx, personId, { method: 'passkey', isShared, device: where.device, secondFactorAt: isVerified ? now() : undefined })
    await record(tx, themself(personId), 'identity.signed-in', { subjectId: personId, method: 'passkey' })
    return { token, personId }
  })
}
