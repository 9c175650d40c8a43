import { beforeAll, expect, test, vi } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { here, signedIn, standingWith } from '#tests/support/signed-in.ts'
import { clientAs, databaseUrl } from '../db/clients.server.ts'
import { NotFound, TooMany } from '../errors.ts'
import { demoPassword } from './demo-people.ts'
import { devices, inWords } from './devices.server.ts'
import { endDevice } from './end-device.server.ts'
import { endOtherSessions } from './end-other-sessions.server.ts'
import { lockSession } from './lock-session.server.ts'
import { lookUpSession } from './look-up-session.server.ts'
import { proveAgain } from './prove-again.server.ts'
import { signIn } from './sign-in.server.ts'

beforeAll(theCast)

test('a young person is signed in on three devices at most, an adult on five; the oldest ends', async () => {
  const young: string[] = []
  for (let count = 0; count < 4; count++) young.push((await signedIn('amara')).token)
  expect(await Promise.all(young.map(async (token) => (await lookUpSession(token)) !== null))).toEqual([false, true, true, true])
  const adult: string[] = []
  for (let count = 0; count < 6; count++) adult.push((await signedIn('marcus')).token)
  expect((await Promise.all(adult.map(lookUpSession))).filter(Boolean)).toHaveLength(5)
})

test('many signing in at once leave no more than that', async () => {
  const sessions = await Promise.all(Array.from({ length: 6 }, () => signedIn('jay')))
  expect((await Promise.all(sessions.map(({ token }) => lookUpSession(token)))).filter(Boolean)).toHaveLength(3)
})

test('somebody sees their devices, ends one and then all others; a stranger’s is not there', async () => {
  const [one, two, three] = [await signedIn('priya'), await signedIn('priya'), await signedIn('priya')]
  const stranger = (await signedIn('zia')).standing
  const listed = await devices(three.standing.viewer)
  expect(listed).toHaveLength(3)
  expect(listed.find(({ isThis }) => isThis)).toMatchObject({ id: three.standing.sessionId, device: 'Chrome on an Android phone or tablet' })
  await expect(endDevice(three.standing.viewer, { sessionId: stranger.sessionId })).rejects.toThrow(NotFound)
  await endDevice(three.standing.viewer, { sessionId: one.standing.sessionId })
  expect(await lookUpSession(one.token)).toBeNull()
  expect(await endOtherSessions(three.standing.viewer)).toBe(1)
  expect(await lookUpSession(two.token)).toBeNull()
  expect(await lookUpSession(three.token)).not.toBeNull()
})

test('proving again turns the token over and keeps the day’s end', async () => {
  const { token, standing } = await signedIn('sofia')
  const ends = async (id: string) => (await clientAs('door').$transaction((tx) => tx.session.findUniqueOrThrow({ where: { id } }))).expiresAt
  const proved = await proveAgain(standing, { with: 'password', password: demoPassword }, here)
  const renewed = await standingWith(proved!.token)
  expect(await lookUpSession(token)).toBeNull()
  expect(await ends(renewed.sessionId)).toEqual(await ends(standing.sessionId))
})

test('a page of the staff is locked by hand; for a young person there is nothing to lock', async () => {
  const young = await signedIn('dylan')
  await lockSession(young.standing.viewer)
  expect((await standingWith(young.token)).state).toBe('signed-in')
  const adult = await signedIn('bea')
  await lockSession(adult.standing.viewer)
  const { lockedAt } = await clientAs('door').$transaction((tx) => tx.session.findUniqueOrThrow({ where: { id: adult.standing.sessionId } }))
  expect(lockedAt).not.toBeNull()
})

test('a device said to be shared ends after a quarter of an hour idle', async () => {
  const session = await signIn({ username: 'kofi', password: demoPassword, isShared: true }, here)
  await moveClock('16 minutes')
  expect(await lookUpSession(session!.token)).toBeNull()
  await moveClock('0')
})

test('tries are counted across processes', async () => {
  const stranger = { address: '10.3.3.3', device: 'a test' }
  for (let count = 0; count < 6; count++) await signIn({ username: 'amara', password: 'not-this-one-1' }, stranger)
  const address = databaseUrl()
  // Every module afresh: another process, on the same database.
  vi.resetModules()
  const other = { ...(await import('./tries.server.ts')), ...(await import('../db/clients.server.ts')) }
  other.useDatabase(address)
  for (let count = 0; count < 4; count++) await other.countTry('password', 'amara', stranger.address)
  await expect(signIn({ username: 'amara', password: demoPassword }, stranger)).rejects.toThrow(TooMany)
  await other.closeLimits()
  await other.closeClients()
})

test('a wrong password takes as long for a name that is there as for one that is not', async () => {
  const took = async (username: string, address: string) => {
    const start = performance.now()
    await signIn({ username, password: 'not-this-one-1' }, { address, device: 'a test' })
    return performance.now() - start
  }
  const times: Record<'there' | 'not', number[]> = { there: [], not: [] }
  // One by one and in turn, so that whatever else the machine does falls on both alike.
  for (let count = 0; count < 25; count++) {
    times.there.push(await took('amara', `10.4.0.${count}`))
    times.not.push(await took('nobody-by-this-name', `10.4.0.${count}`))
  }
  const middle = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!
  const ratio = middle(times.there) / middle(times.not)
  expect(ratio, `${ratio}`).toBeGreaterThan(0.67)
  expect(ratio, `${ratio}`).toBeLessThan(1.5)
})

test('a browser’s description of itself is said in words', () => {
  expect(inWords('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1')).toBe('Safari on an iPhone')
  expect(inWords('Mozilla/5.0 (X11; CrOS x86_64) AppleWebKit/537 Chrome/130 Safari/537')).toBe('Chrome on a Chromebook')
  expect(inWords('')).toBe('A browser on a device')
})
