import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server'
import { atTheDoor } from '../db/at-the-door.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { requireProof } from './recent-proof.server.ts'
import { openCeremony } from './parts/ceremony.server.ts'
import { algorithms, relyingParty } from './parts/relying-party.server.ts'
import { countTry } from './tries.server.ts'

type Address = { address: string }
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** Asks for a passkey to sign in with: any that the device knows for Belay, so nobody types a name. */
export async function beginPasskeySignIn({ address }: Address) {
  await countTry('ceremony', 'anybody', address)
  const options = await generateAuthenticationOptions({ rpID: relyingParty().id, userVerification: 'preferred' })
  return { ceremonyId: await openCeremony('sign in', 'passkey-sign-in', null, { challenge: options.challenge }), options }
}

/** Asks somebody who has signed in for one of their own passkeys, to show that it is them. */
export async function beginPasskeyProof(viewer: Viewer, { address }: Address) {
  await countTry('ceremony', viewer.id, address)
  const own = await atTheDoor('step up', (tx) => tx.passkey.findMany({ where: { personId: viewer.id }, select: { credentialId: true } }))
  const options = await generateAuthenticationOptions({ rpID: relyingParty().id, userVerification: 'preferred', allowCredentials: own.map(({ credentialId }) => ({ id: base64url(credentialId) })) })
  return { ceremonyId: await openCeremony('step up', 'passkey-prove', viewer.id, { challenge: options.challenge }), options }
}

/** Begins to make a new passkey for somebody who has signed in. */
export async function beginNewPasskey(viewer: Viewer, { address }: Address) {
  await countTry('ceremony', viewer.id, address)
  const { own, username } = await atTheDoor('change a sign-in method', async (tx) => {
    await requireProof(tx, viewer)
    const name = await tx.signInName.findUnique({ where: { personId: viewer.id } })
    return { own: await tx.passkey.findMany({ where: { personId: viewer.id }, select: { credentialId: true } }), username: name?.username ?? viewer.name }
  })
  const { id, name } = relyingParty()
  const options = await generateRegistrationOptions({
    rpID: id, rpName: name, userID: new Uint8Array(Buffer.from(viewer.id.replaceAll('-', ''), 'hex')), userName: username, userDisplayName: viewer.name, attestationType: 'none', supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' }, excludeCredentials: own.map(({ credentialId }) => ({ id: base64url(credentialId) })),
  })
  return { ceremonyId: await openCeremony('change a sign-in method', 'passkey-new', viewer.id, { challenge: options.challenge }), options }
}
