import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import { now } from '../clock.ts'
import { atTheDoor, type DoorPurpose } from '../db/at-the-door.server.ts'
import type { PasskeyUsed } from './passkey-answer.ts'
import { takeCeremony } from './parts/ceremony.server.ts'
import { relyingParty } from './parts/relying-party.server.ts'

type Check = { ceremonyId: string; answer: z.output<typeof PasskeyUsed>; personId: string | null }

/**
 * Whose passkey answered this challenge, and did the device ask who is holding it? Null when it does not fit: an unknown passkey, another
 * site's, an answer to another question. With `personId` only that person's passkeys count.
 */
export async function checkPasskey(purpose: DoorPurpose, { ceremonyId, answer, personId }: Check): Promise<{ personId: string; isVerified: boolean } | null> {
  const { challenge } = await takeCeremony(purpose, personId ? 'passkey-prove' : 'passkey-sign-in', ceremonyId, personId, z.object({ challenge: z.string() }))
  const known = await atTheDoor(purpose, (tx) => tx.passkey.findUnique({ where: { credentialId: Buffer.from(answer.id, 'base64url') } }))
  if (!known || (personId && known.personId !== personId)) return null
  const { id: rpId, origin } = relyingParty()
  const used = await verifyAuthenticationResponse({
    response: answer, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpId, requireUserVerification: false,
    credential: { id: answer.id, publicKey: new Uint8Array(known.publicKey), counter: Number(known.counter) },
  }).catch(() => null)
  if (!used?.verified) return null

  const counter = BigInt(used.authenticationInfo.newCounter)
  // A counter that did not go up means a copy of the passkey. Most devices do not count and always say nought.
  const { count } = await atTheDoor(purpose, (tx) => tx.passkey.updateMany({
    where: { id: known.id, ...(counter > 0n ? { counter: { lt: counter } } : { counter: 0n }) }, data: { counter, lastUsedAt: now() },
  }))
  return count === 0 ? null : { personId: known.personId, isVerified: used.authenticationInfo.userVerified }
}
