import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { TooMany } from '../errors.ts'
import { endSession } from './end-session.server.ts'
import { lookUpSession } from './look-up-session.server.ts'
import { signIn } from './sign-in.server.ts'

beforeAll(theCast)
const where = { address: '10.0.0.1', device: 'a test' }

test('a mentor signs in, is known by the token, and signs out', async () => {
  const signedIn = await signIn({ username: 'Amara ', password: 'hold-my-rope-1' }, where)
  const standing = await lookUpSession(signedIn!.token)
  expect(standing).toMatchObject({ state: 'signed-in', viewer: { name: 'Amara', memberships: [{ role: 'mentor' }] } })
  await endSession(signedIn!.token)
  expect(await lookUpSession(signedIn!.token)).toBeNull()
})

test('a wrong password and an unknown name are the same answer', async () => {
  expect(await signIn({ username: 'amara', password: 'not-this-one-1' }, where)).toBeNull()
  expect(await signIn({ username: 'nobody-at-all', password: 'not-this-one-1' }, where)).toBeNull()
})

test('too many tries at one name are slowed, and nobody else is', async () => {
  const stranger = { address: '10.0.0.66', device: 'a test' }
  for (let count = 0; count < 10; count++) await signIn({ username: 'jay', password: 'wrong-again-1' }, stranger)
  await expect(signIn({ username: 'jay', password: 'hold-my-rope-1' }, stranger)).rejects.toThrow(TooMany)
  expect(await signIn({ username: 'jay', password: 'hold-my-rope-1' }, where)).not.toBeNull()
})

test('an idle young person is signed out; an idle adult is locked; both end at the absolute limit', async () => {
  const young = (await signIn({ username: 'priya', password: 'hold-my-rope-1' }, where))!.token
  const adult = (await signIn({ username: 'marcus', password: 'hold-my-rope-1' }, where))!.token
  await moveClock('61 minutes')
  expect(await lookUpSession(young)).toBeNull()
  expect((await lookUpSession(adult))!.state).not.toBe('signed-in')
  await moveClock('11 hours')
  expect(await lookUpSession(adult)).toBeNull()
})
