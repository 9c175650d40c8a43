import { z } from 'zod'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { record } from '../audit/record.server.ts'
import { isPassword } from './password-hash.server.ts'
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
  return atTheDoor('sign in', async (tx) => {
    const token = await openSession(tx, found.personId, { method: 'password', isShared, device: where.device })
    await record(tx, { id: found.personId, name: '', memberships: [] }, 'identity.signed-in', { subjectId: found.personId, method: 'password' })
    return { token, personId: found.personId }
  })
}

