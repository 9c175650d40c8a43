import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { here, signedIn, standingWith } from '#tests/support/signed-in.ts'
import { softwarePasskey } from '#tests/support/software-passkey.ts'
import { Conflict, NotFound } from '../errors.ts'
import { addPasskey } from './add-passkey.server.ts'
import { beginNewPasskey, beginPasskeyProof, beginPasskeySignIn } from './begin-passkey.server.ts'
import { lookUpSession } from './look-up-session.server.ts'
import { relyingParty } from './parts/relying-party.server.ts'
import { proveAgain } from './prove-again.server.ts'
import { removePasskey } from './remove-passkey.server.ts'
import { renamePasskey } from './rename-passkey.server.ts'
import { signInMethods } from './sign-in-methods.server.ts'
import { signInWithPasskey } from './sign-in-with-passkey.server.ts'

beforeAll(theCast)
const device = (how: { asks?: boolean; origin?: string } = {}) => { const { id, origin } = relyingParty(); return softwarePasskey({ rpId: id, origin, ...how }) }

async function withPasskey(username: string, how?: { asks?: boolean }) {
  const { standing } = await signedIn(username)
  const passkey = device(how)
  const { ceremonyId, options } = await beginNewPasskey(standing.viewer, here)
  const { token } = await addPasskey(standing.viewer, { ceremonyId, answer: passkey.make(options), name: 'My phone' })
  return { passkey, token, viewer: (await standingWith(token)).viewer }
}

test('a passkey is both factors of somebody on the staff, and they sign in with it from then on', async () => {
  const { passkey, token } = await withPasskey('marcus')
  expect((await standingWith(token)).state).toBe('signed-in')
  const { ceremonyId, options } = await beginPasskeySignIn(here)
  const session = await signInWithPasskey({ ceremonyId, answer: passkey.use(options) }, here)
  expect(await standingWith(session!.token)).toMatchObject({ state: 'signed-in', viewer: { name: 'Marcus' } })
})

test('a passkey whose device did not ask who is holding it is one factor', async () => {
  const { passkey } = await withPasskey('leon', { asks: false })
  const { ceremonyId, options } = await beginPasskeySignIn(here)
  const session = await signInWithPasskey({ ceremonyId, answer: passkey.use(options) }, here)
  expect((await standingWith(session!.token)).state).toBe('second-factor')
})

test('an answer is taken once, also when two bring it at the same moment', async () => {
  const { passkey } = await withPasskey('helen')
  const { ceremonyId, options } = await beginPasskeySignIn(here)
  const answer = passkey.use(options)
  const answers = await Promise.allSettled([signInWithPasskey({ ceremonyId, answer }, here), signInWithPasskey({ ceremonyId, answer }, here)])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(signInWithPasskey({ ceremonyId, answer }, here)).rejects.toThrow(Conflict)
})

test('an answer to another question, from another site, of an unknown passkey or of a copy is refused', async () => {
  const { passkey } = await withPasskey('sam')
  const first = await beginPasskeySignIn(here)
  const second = await beginPasskeySignIn(here)
  expect(await signInWithPasskey({ ceremonyId: second.ceremonyId, answer: passkey.use(first.options) }, here)).toBeNull()
  const elsewhere = device({ origin: 'https://belay.example' })
  const third = await beginPasskeySignIn(here)
  expect(await signInWithPasskey({ ceremonyId: third.ceremonyId, answer: elsewhere.use(third.options) }, here)).toBeNull()
  const good = await beginPasskeySignIn(here)
  expect(await signInWithPasskey({ ceremonyId: good.ceremonyId, answer: passkey.use(good.options) }, here)).not.toBeNull()
  passkey.forgetCount()
  const copied = await beginPasskeySignIn(here)
  expect(await signInWithPasskey({ ceremonyId: copied.ceremonyId, answer: passkey.use(copied.options) }, here)).toBeNull()
})

test('a passkey proves again that it is you, and nobody else’s does', async () => {
  const mine = await withPasskey('fatima')
  const theirs = await withPasskey('tom')
  const standing = await standingWith(mine.token)
  const asked = await beginPasskeyProof(standing.viewer, here)
  expect(await proveAgain(standing, { with: 'passkey', ceremonyId: asked.ceremonyId, answer: theirs.passkey.use(asked.options) }, here)).toBeNull()
  const again = await beginPasskeyProof(standing.viewer, here)
  const proved = await proveAgain(standing, { with: 'passkey', ceremonyId: again.ceremonyId, answer: mine.passkey.use(again.options) }, here)
  expect(await lookUpSession(mine.token)).toBeNull()
  expect((await standingWith(proved!.token)).state).toBe('signed-in')
})

test('its owner renames it and takes it away; to anybody else it is not there', async () => {
  const { viewer } = await withPasskey('amara')
  const { passkeys: [passkey] } = await signInMethods(viewer)
  await renamePasskey(viewer, { passkeyId: passkey!.id, name: 'Old phone' })
  const stranger = (await signedIn('zia')).standing.viewer
  await expect(renamePasskey(stranger, { passkeyId: passkey!.id, name: 'Mine' })).rejects.toThrow(NotFound)
  await expect(removePasskey(stranger, { passkeyId: passkey!.id })).rejects.toThrow(NotFound)
  expect((await signInMethods(viewer)).passkeys).toMatchObject([{ name: 'Old phone' }])
  await removePasskey(viewer, { passkeyId: passkey!.id })
  expect((await signInMethods(viewer)).passkeys).toEqual([])
})
