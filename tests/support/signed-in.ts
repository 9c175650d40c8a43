import { demoPassword } from '#modules/identity/demo-people.ts'
import { lookUpSession, type Standing } from '#modules/identity/look-up-session.server.ts'
import { signIn } from '#modules/identity/sign-in.server.ts'

export const here = { address: '10.0.0.1', device: 'Mozilla/5.0 (Linux; Android 14) Chrome/130.0' }

/** Signs somebody of the cast in, as the page would. */
export async function signedIn(username: string, where = here): Promise<{ token: string; standing: Standing }> {
  const session = await signIn({ username, password: demoPassword }, where)
  if (!session) throw new Error(`${username} could not sign in.`)
  return { token: session.token, standing: await standingWith(session.token) }
}

export async function standingWith(token: string): Promise<Standing> {
  const standing = await lookUpSession(token)
  if (!standing) throw new Error('Nobody holds this token.')
  return standing
}
