import { beforeAll, expect, test } from 'vitest'
import { clientAs } from '../db/clients.server.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { theCast } from '#tests/support/cast.ts'
import { here, signedIn, standingWith } from '#tests/support/signed-in.ts'
import { now } from '../clock.ts'
import { Conflict, Forbidden, TooMany } from '../errors.ts'
import { beginAuthenticator, totpOf } from './begin-authenticator.server.ts'
import { changePassword } from './change-password.server.ts'
import { confirmAuthenticator } from './confirm-authenticator.server.ts'
import { demoPassword } from './demo-people.ts'
import { lookUpSession } from './look-up-session.server.ts'
import { makeRecoveryCodes } from './make-recovery-codes.server.ts'
import { proveAgain } from './prove-again.server.ts'
import { removeAuthenticator } from './remove-authenticator.server.ts'

beforeAll(theCast)
const codeOf = (secret: string) => totpOf(secret.replaceAll(' ', '')).generate({ timestamp: now().getTime() })

/** Signs an adult in and sets an authenticator up for them. */
async function withAuthenticator(username: string) {
  const { standing, token: first } = await signedIn(username)
  const { secret, picture } = await beginAuthenticator(standing.viewer)
  const { token, codes } = await confirmAuthenticator(standing.viewer, { code: codeOf(secret) }, here)
  return { first, token, codes, secret, picture }
}

test('an adult is asked for a second factor, sets one up, and goes on under a new token', async () => {
  const { standing } = await signedIn('marcus')
  expect(standing.state).toBe('second-factor')
  const { first, token, codes, picture } = await withAuthenticator('marcus')
  expect(picture).toContain('<svg')
  expect(new Set(codes).size).toBe(10)
  expect(await lookUpSession(first)).toBeNull()
  expect(await standingWith(token)).toMatchObject({ state: 'signed-in', provesWith: 'second-factor' })
})

test('the seed and the recovery codes are not in the database as text', async () => {
  const { codes, secret } = await withAuthenticator('leon')
  const kept = await clientAs('door').$transaction(async (tx) => [await tx.authenticator.findMany(), await tx.recoveryCode.findMany()] as const)
  const dump = Buffer.concat([...kept[0].map((row) => row.seed), ...kept[1].map((row) => row.hash)]).toString('latin1')
  expect(dump).not.toContain(secret.replaceAll(' ', ''))
  for (const code of codes) expect(dump).not.toContain(code)
})

test('a code works once, and of two who send it at once one is let in', async () => {
  const { secret } = await withAuthenticator('helen')
  await moveClock('2 minutes')
  const [one, other] = [await signedIn('helen'), await signedIn('helen')]
  const code = codeOf(secret)
  const answers = await Promise.all([proveAgain(one.standing, { with: 'code', code }, here), proveAgain(other.standing, { with: 'code', code }, here)])
  expect(answers.filter(Boolean)).toHaveLength(1)
  const third = await signedIn('helen')
  expect(await proveAgain(third.standing, { with: 'code', code }, here)).toBeNull()
})

test('a recovery code works once, however it is typed', async () => {
  const { codes } = await withAuthenticator('sam')
  const typed = codes[0]!.toLowerCase().replaceAll('-', ' ')
  const [one, other] = [await signedIn('sam'), await signedIn('sam')]
  const answers = await Promise.all([proveAgain(one.standing, { with: 'code', code: typed }, here), proveAgain(other.standing, { with: 'code', code: typed }, here)])
  expect(answers.filter(Boolean)).toHaveLength(1)
})

test('a password alone does not do for a role that needs more, and an unconfirmed app does not count', async () => {
  const { standing } = await signedIn('noor')
  expect(await proveAgain(standing, { with: 'password', password: demoPassword }, here)).toBeNull()
  const { secret } = await beginAuthenticator(standing.viewer)
  expect(await proveAgain(standing, { with: 'code', code: codeOf(secret) }, here)).toBeNull()
})

test('somebody with only the password cannot add a second factor beside the one there is, nor make recovery codes', async () => {
  await withAuthenticator('owen')
  const thief = await signedIn('owen')
  await expect(beginAuthenticator(thief.standing.viewer)).rejects.toThrow(Forbidden)
  await expect(makeRecoveryCodes(thief.standing.viewer)).rejects.toThrow(Forbidden)
})

test('the last second factor of a role that needs one stays', async () => {
  const { token } = await withAuthenticator('grace')
  await expect(removeAuthenticator((await standingWith(token)).viewer)).rejects.toThrow(Conflict)
  const young = await signedIn('jay')
  const { secret } = await beginAuthenticator(young.standing.viewer)
  const renewed = await confirmAuthenticator(young.standing.viewer, { code: codeOf(secret) }, here)
  await expect(removeAuthenticator((await standingWith(renewed.token)).viewer)).resolves.toBeUndefined()
})

test('wrong codes are slowed after a few, also for the right one', async () => {
  const { secret } = await withAuthenticator('tess')
  const { standing } = await signedIn('tess')
  for (let count = 0; count < 7; count++) expect(await proveAgain(standing, { with: 'code', code: '000000' }, here)).toBeNull()
  await expect(proveAgain(standing, { with: 'code', code: codeOf(secret) }, here)).rejects.toThrow(TooMany)
})

test('what proves it counts for a quarter of an hour', async () => {
  const { standing } = await signedIn('amara')
  await moveClock('16 minutes')
  await expect(changePassword(standing.viewer, { current: demoPassword, password: 'three-cold-otters' }, here)).rejects.toThrow(Forbidden)
  const proved = await proveAgain(standing, { with: 'password', password: demoPassword }, here)
  const { viewer } = await standingWith(proved!.token)
  await changePassword(viewer, { current: demoPassword, password: 'three-cold-otters' }, here)
  expect(await proveAgain(await standingWith(proved!.token), { with: 'password', password: demoPassword }, here)).toBeNull()
})
