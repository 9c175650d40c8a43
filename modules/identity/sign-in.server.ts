import { z } from 'zod'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { record } from '../audit/record.server.ts'
import { hashPassword, isOutdated, isPassword } from './password-hash.server.ts'
import { themself } from './parts/themself.ts'
import { countTry, forgetTries } from './tries.server.ts'
import { openSession } from './open-session.server.ts'

export const SignIn = z.object({
  username: z.string().trim().toLowerCase().min(1).max(80),
  password: z.string().min(1).max(200),
  isShared: z.boolean().default(false),
})

export type Where = { address: string; device: string }

/**
 * Somebody signs in with their name and password. Null when they do not fit: whether the name exists is told neither by words nor by time.
 * Tries are counted by name and by address; a stranger's tries slow the name down and never lock it.
 */
export async function signIn(input: z.input<typeof SignIn>, where: Where): Promise<{ token: string; personId: string } | null> {
  const { username, password, isShared } = SignIn.parse(input)
  await countTry('password', username, where.address)

  const found = await atTheDoor('sign in', (tx) => tx.signInName.findUnique({ where: { username }, include: { person: { include: { password: true } } } }))
  const fits = await isPassword(found?.person.password?.hash, password)
  if (!fits || !found) return null

  await forgetTries('password', username, where.address)
  const stored = found.person.password!.hash
  const anew = isOutdated(stored) ? await hashPassword(password) : undefined
  return atTheDoor('sign in', async (tx) => {
    if (anew) await tx.password.updateMany({ where: { personId: found.personId, hash: stored }, data: { hash: anew } })
    const token = await openSession(tx, found.personId, { method: 'password', isShared, device: where.device })
    await record(tx, themself(found.personId), 'identity.signed-in', { subjectId: found.personId, method: 'password' })
    return { token, personId: found.personId }
  })
}
