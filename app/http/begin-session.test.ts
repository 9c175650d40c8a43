import { expect, test } from 'vitest'
import { lookUpSession } from '#modules/identity/look-up-session.server.ts'
import { signIn } from '#modules/identity/sign-in.server.ts'
import { demoPassword } from '#modules/identity/demo-people.ts'
import { theCast } from '#tests/support/cast.ts'
import { beginSession, setSession, tokenOf } from './session.server.ts'

test('signing in ends the session this browser held, whose ever it was, and takes no token it was handed', async () => {
  await theCast()
  const from = { address: '10.9.0.1', device: 'a phone' }
  const amara = await signIn({ username: 'amara', password: demoPassword }, from)
  const jay = await signIn({ username: 'jay', password: demoPassword }, from)
  const cookie = (await setSession(amara!.token)).split(';')[0]!
  const next = (await beginSession(new Request('http://localhost/sign-in', { method: 'POST', headers: { cookie } }), jay!.token)).split(';')[0]!

  expect(await tokenOf(next)).toBe(jay!.token)
  expect(await lookUpSession(amara!.token)).toBeNull()
  expect((await lookUpSession(jay!.token))?.viewer.id).toBe(jay!.personId)
  expect(await beginSession(new Request('http://localhost/sign-in', { headers: { cookie: 'belay=planted' } }), jay!.token)).toMatch(/HttpOnly; SameSite=Lax/)
})
